package com.wecomesb.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An xlsx file as the archive that it is: how large it really is, and which cells of its first sheet are merged. */
final class XlsxPackage {

    /** Of all parts together, unpacked; 10,000 rows have about 10 MiB. */
    static final int MAX_UNPACKED = 64 * 1024 * 1024;

    private static final int MAX_PARTS = 1_000;
    private static final int BUFFER = 16 * 1024;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TOO_LARGE = "解压后大于 64 MiB,没有读取";
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final List<String> merged;

    private XlsxPackage(List<String> merged) {
        this.merged = merged;
    }

    /** The file is not taken apart any further; the words say why. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final String words;

        Refused(String words) {
            super("spreadsheet refused");
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Unpacks every part once, counting.
     *
     * @throws Refused if the parts are too many or too large
     */
    static XlsxPackage checked(byte[] content) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MAX_PARTS) {
                throw new Refused("压缩包里文件太多,不是普通的表格");
            }
            int room = MAX_UNPACKED;
            byte[] buffer = new byte[BUFFER];
            for (ZipArchiveEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        room -= read;
                        if (room < 0) {
                            throw new Refused(TOO_LARGE);
                        }
                    }
                }
            }
            return new XlsxPackage(mergedCells(zip));
        } catch (XMLStreamException broken) {
            throw new IOException("not XML", broken);
        }
    }

    /** {@code B3:B7}, of the first sheet that people see. */
    List<String> mergedCells() {
        return merged;
    }

    private static List<String> mergedCells(ZipFile zip) throws IOException, XMLStreamException {
        List<String> relations = new ArrayList<>();
        each(zip, WORKBOOK, "sheet", reader -> {
            String state = attribute(reader, "state");
            if (state == null || state.equals("visible")) {
                relations.add(String.valueOf(attribute(reader, "id")));
            }
        });
        Map<String, String> targets = new HashMap<>();
        each(zip, RELATIONS, "Relationship", reader -> {
            String target = String.valueOf(attribute(reader, "Target"));
            targets.put(
                    String.valueOf(attribute(reader, "Id")),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        List<String> merged = new ArrayList<>();
        if (!relations.isEmpty()) {
            String sheet = targets.getOrDefault(relations.get(0), "");
            each(zip, sheet, "mergeCell", reader -> merged.add(String.valueOf(attribute(reader, "ref"))));
        }
        return merged;
    }

    private static void each(ZipFile zip, String part, String element, Consumer<XMLStreamReader> found)
            throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                found.accept(reader);
            }
        }
        reader.close();
    }

    /** By its local name: {@code r:id} of a sheet is the one that has a prefix. */
    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }
}
