package com.wecomesb.connector.kit;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real system on this machine, from a folder with {@code start.sh} and {@code stop.sh}. Started once; stopped at the end only
 * if it was started here.
 *
 * @param url the address that the script printed
 * @param words what the script printed, credentials among it
 */
public record RealSystem(Path folder, URI url, List<String> words, boolean ours) implements AutoCloseable {

    private static final int LONGEST_START_MINUTES = 10;

    /** Starts a system; the first time it is installed, which takes a minute. */
    static RealSystem start(Path folder, int port) throws IOException, InterruptedException {
        boolean runs = answers(port);
        Process process = new ProcessBuilder(folder.resolve("start.sh").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_START_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(folder.getFileName() + " does not start: " + said);
        }
        String ready = said.lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow(() -> new IOException(folder.getFileName() + " does not say where it is: " + said));
        String url = ready.split(" ")[1];
        return new RealSystem(
                folder, URI.create(url.replaceAll("/+$", "")), said.lines().toList(), !runs);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /** What stands behind a word that the script printed: {@code word("token esb: ")}. */
    public String word(String start) {
        return words.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the start script prints no " + start));
    }

    /** Scheme, host and port. */
    public String root() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            run("stop.sh");
        }
    }

    private void run(String script) throws IOException {
        Process process = new ProcessBuilder(
                        Arrays.asList(folder.resolve(script).toString()))
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
    }
}
