package com.wecomesb.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes xlsx files by hand, as programs of all kinds do. */
final class Xlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Xlsx() {}

    /** @param sheet what stands in the element {@code worksheet} of the only sheet */
    static Xlsx of(String sheet) {
        Xlsx xlsx = new Xlsx();
        xlsx.part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                        + "</Types>");
        xlsx.part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"藏\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"话术\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
        xlsx.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "hidden.xml") + relation("rId2", "sheet1.xml") + "</Relationships>");
        xlsx.part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"176\""
                        + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs count=\"4\">"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"31\"/></cellXfs></styleSheet>");
        xlsx.part(
                "xl/worksheets/hidden.xml",
                worksheet("<sheetData/><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"));
        xlsx.part("xl/worksheets/sheet1.xml", worksheet(sheet));
        return xlsx;
    }

    private static String relation(String id, String sheet) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/worksheet\" Target=\"worksheets/" + sheet
                + "\"/>";
    }

    private static String worksheet(String content) {
        return "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>";
    }

    Xlsx part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
