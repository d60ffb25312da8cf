package com.wecomesb.mapping;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The mapping {@code contact-to-crm} as a test writes it, with the schemas of both ends. */
final class ContactToCrm {

    private static final String CONTACT = """
            {"type": "object", "properties": {
              "id": {"type": "string"}, "name": {"type": "string"}, "age": {"type": "integer"}, "spent": {"type": "number"},
              "phones": {"type": "array", "items": {"type": "string"}},
              "identities": {"type": "array", "items": {"type": "object", "properties": {"kind": {"type": "string"}, "value": {}}}},
              "owner": {"$ref": "#/$defs/person"}, "attributes": {"type": "object", "properties": {}},
              "stage": {"type": "string", "enum": ["new", "vip"]}, "any": {"anyOf": [{"type": "string"}]}},
             "$defs": {"person": {"type": "object", "properties": {"name": {"type": "string"}}}}}
            """;
    private static final String CRM = """
            {"type": "object", "properties": {"state": {"enum": ["NEW", "VIP"]}, "years": {"type": "integer"},
              "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {"type": "string"}}}},
              "note": {"type": ["string", "null"]}}}
            """;

    private final Mistakes mistakes = new Mistakes();
    private final List<SourceFile> files = new ArrayList<>(List.of(
            file("schemas/contact.schema.json", CONTACT),
            file("schemas/crm.schema.json", CRM),
            file("schemas/broken.schema.json", "{")));

    /** Another file beside it. */
    void add(String path, String text) {
        files.add(file(path, text));
    }

    MappingSet read(String mapping) {
        List<SourceFile> all = new ArrayList<>(files);
        all.add(file("mappings/contact-to-crm.yaml", mapping));
        return new MappingFiles(ZoneId.of("Asia/Shanghai")).read(all, mistakes);
    }

    /** What is wrong with all that was read. */
    List<Mistake> mistakes() {
        return mistakes.list();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, Origin.COMPANY);
    }
}
