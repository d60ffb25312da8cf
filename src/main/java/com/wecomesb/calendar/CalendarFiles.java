package com.wecomesb.calendar;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import java.time.ZoneId;
import java.util.List;

/** Owns {@code calendars/*.yaml}. */
public final class CalendarFiles implements FormatOwner<Calendars> {

    private final ZoneId zone;

    /** @param zone the time zone of the business */
    public CalendarFiles(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("calendars/") && path.endsWith(".yaml");
    }

    @Override
    public Calendars read(List<SourceFile> files, Mistakes mistakes) {
        CalendarReader reader = new CalendarReader(zone, mistakes);
        files.forEach(file -> YamlFile.read(file.path(), file.text(), mistakes).ifPresent(reader::read));
        return reader.calendars();
    }
}
