package com.wecomesb.media;

import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The uploads of a test, with its own WeCom, files and database. */
public final class UploadsFixture {

    private UploadsFixture() {}

    /** @param files what they contain, by their paths in the routes folder */
    public static Uploads uploads(
            WecomClient client, WecomSettings settings, Map<String, byte[]> files, DataSource database, Clock clock) {
        MediaFolder folder = new MediaFolder(Path.of("target/no-such-folder"), files);
        return new Uploads(client, settings, folder, new MediaIds(new JdbcTemplate(database)), clock);
    }
}
