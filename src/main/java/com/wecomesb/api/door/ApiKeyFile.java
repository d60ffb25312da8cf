package com.wecomesb.api.door;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of an installation that has none configured: {@code data/api-key}, for the owner's eyes. */
public final class ApiKeyFile {

    private static final Logger log = LoggerFactory.getLogger(ApiKeyFile.class);
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    public ApiKeyFile(Path dataFolder) {
        this.file = dataFolder.resolve("api-key");
    }

    public Path path() {
        return file;
    }

    /** Reads the key; makes one where there is none yet. Its path is logged, never the key. */
    ApiKey readOrMake() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, permissions());
            Files.writeString(file, random() + "\n");
            log.atInfo().addKeyValue("file", file.toAbsolutePath()).log("API key made");
        } catch (FileAlreadyExistsException made) {
            log.atInfo().addKeyValue("file", file.toAbsolutePath()).log("API key read");
            closeToOthers();
        }
        return new ApiKey(Files.readString(file));
    }

    private void closeToOthers() throws IOException {
        if (isPosix() && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            log.atWarn()
                    .addKeyValue("file", file.toAbsolutePath())
                    .log("API key was readable by others, now it is not");
        }
    }

    private FileAttribute<?>[] permissions() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
