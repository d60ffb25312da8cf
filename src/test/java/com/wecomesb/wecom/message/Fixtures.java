package com.wecomesb.wecom.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The decrypted callbacks in {@code wecom/messages}, one file for each type. */
public final class Fixtures {

    private Fixtures() {}

    public static String xml(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/wecom/messages/" + name + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of all fixtures. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/wecom/messages"))) {
            return files.map(file -> file.getFileName().toString().replace(".xml", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All records that stand for a type of message or event. */
    public static List<Class<?>> records() {
        return leaves(WecomMessage.class).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Fixtures::leaves) : Stream.of(type);
    }
}
