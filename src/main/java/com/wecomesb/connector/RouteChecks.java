package com.wecomesb.connector;

import com.wecomesb.connector.expression.OptionMistaken;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Tries Kamelets and flows in a Camel context of its own that starts none of them, so that a broken file never reaches the
 * one that runs: Camel's own reload has removed the old route before it finds that the new one does not work.
 */
public final class RouteChecks {

    private final Consumer<CamelContext> preparation;

    /**
     * Checks files against a context with more in it than Camel's own.
     *
     * @param preparation adds the components, beans and properties that the files may use, before the context starts
     */
    public RouteChecks(Consumer<CamelContext> preparation) {
        this.preparation = preparation;
    }

    /**
     * All mistakes of all files, none when they can be taken into force together.
     *
     * @param files whole texts by path below the routes folder, {@code connectors/*.kamelet.yaml} and {@code *.camel.yaml}
     */
    public List<Mistake> check(Map<String, String> files) {
        Mistakes mistakes = new Mistakes();
        Map<String, String> inOrder = new TreeMap<>(files);
        List<KameletFile> kamelets = new ArrayList<>();
        List<YamlNode> flows = new ArrayList<>();
        inOrder.forEach((file, text) -> {
            if (file.endsWith(KameletFile.SUFFIX)) {
                KameletFile.read(file, text, mistakes).ifPresent(kamelets::add);
            } else {
                YamlFile.read(file, text, mistakes).ifPresent(flows::add);
            }
        });
        kamelets.forEach(kamelet -> new KameletRules(kamelet, mistakes).check());
        try (DefaultCamelContext scratch = scratch()) {
            kamelets.forEach(kamelet -> attempt(kamelet.root(), mistakes, () -> load(scratch, kamelet, inOrder)));
            kamelets.forEach(kamelet -> attempt(kamelet.root(), mistakes, () -> open(scratch, kamelet)));
            flows.forEach(flow ->
                    attempt(flow, mistakes, () -> load(scratch, flow.file(), inOrder.getOrDefault(flow.file(), ""))));
        } catch (Exception exception) {
            throw new IllegalStateException("The scratch Camel context does not work", exception);
        }
        return mistakes.list();
    }

    private DefaultCamelContext scratch() {
        DefaultCamelContext scratch = new DefaultCamelContext();
        scratch.disableJMX();
        scratch.getCamelContextExtension().setName("check");
        scratch.setStartupSummaryLevel(StartupSummaryLevel.Off);
        scratch.setAutoStartup(false);
        KameletComponent kamelets = new KameletComponent();
        kamelets.setLocation(null);
        scratch.addComponent("kamelet", kamelets);
        preparation.accept(scratch);
        scratch.start();
        return scratch;
    }

    private static void load(CamelContext scratch, KameletFile kamelet, Map<String, String> texts) throws Exception {
        String file = kamelet.root().file();
        load(scratch, kamelet.name() + KameletFile.SUFFIX, texts.getOrDefault(file, ""));
    }

    private static void load(CamelContext scratch, String file, String text) throws Exception {
        String name = file.substring(file.lastIndexOf('/') + 1);
        PluginHelper.getRoutesLoader(scratch).loadRoutes(ResourceHelper.fromString(name, text));
    }

    /** A template shows most of its mistakes only when a route is made of it. */
    private static void open(CamelContext scratch, KameletFile kamelet) {
        StringBuilder uri = new StringBuilder("kamelet:" + kamelet.name());
        String separator = "?";
        for (Map.Entry<String, String> value : kamelet.sampleValues().entrySet()) {
            uri.append(separator)
                    .append(value.getKey())
                    .append("=RAW(")
                    .append(value.getValue())
                    .append(')');
            separator = "&";
        }
        scratch.getEndpoint(uri.toString());
    }

    private static void attempt(YamlNode file, Mistakes mistakes, Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception exception) {
            mistakes.add(explain(file, exception));
        }
    }

    private static Mistake explain(YamlNode file, Exception exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && !(cause instanceof OptionMistaken)) {
            cause = cause.getCause();
        }
        if (cause instanceof OptionMistaken mistaken) {
            YamlNode where = withText(file, mistaken.text());
            return new Mistake(file.file(), where.line(), where.column(), String.valueOf(mistaken.getMessage()));
        }
        if (cause instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            return new Mistake(
                    file.file(), mark.getLine() + 1, mark.getColumn() + 1, "Camel 不能用它:" + marked.getProblem());
        }
        return new Mistake(file.file(), 0, 0, "Camel 不能用它:" + cause.getMessage());
    }

    /** The deepest value that holds the text; the whole file where Camel has changed it on the way. */
    private static YamlNode withText(YamlNode node, String text) {
        List<YamlNode> children =
                node.isMap() ? List.copyOf(node.map().values()) : node.isList() ? node.items() : List.of();
        for (YamlNode child : children) {
            YamlNode found = withText(child, text);
            if (found.isText() && found.text().contains(text)) {
                return found;
            }
        }
        return node;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }
}
