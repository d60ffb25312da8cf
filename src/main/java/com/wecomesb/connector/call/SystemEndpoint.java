package com.wecomesb.connector.call;

import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.OptionMistaken;
import com.wecomesb.connector.expression.PathTemplate;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One request of a system, as a step of a Kamelet describes it. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "system",
        title = "System",
        syntax = "system:name",
        producerOnly = true,
        category = {Category.HTTP})
public class SystemEndpoint extends DefaultEndpoint {

    @UriPath(description = "The system's name in esb.systems")
    private final String name;

    @UriParam(description = "GET, or POST when there is something to send; may have a setting in it as path has")
    private @Nullable String method;

    @UriParam(description = "Below the system's URL; {dotted.name} is filled with an encoded value")
    private String path = "";

    @UriParam(description = "JSLT: an object, its members become parameters")
    private @Nullable String query;

    @UriParam(description = "JSLT: an object, its members become headers")
    private @Nullable String headers;

    @UriParam(description = "JSLT: what is sent as JSON")
    private @Nullable String body;

    @UriParam(description = "JSLT: an object, its members become the fields of a form")
    private @Nullable String form;

    @UriParam(description = "JSLT: an object, its members become fields and files of a form")
    private @Nullable String multipart;

    @UriParam(description = "JSLT: an object with base64 and type, its bytes are sent as they are")
    private @Nullable String file;

    @UriParam(description = "JSLT: the names of the files in the request; 413 and 422 may be for them")
    private @Nullable String carries;

    @UriParam(description = "The request changes something: without a whole answer nobody knows whether it did")
    private boolean effect;

    @UriParam(description = "Statuses that mean: not there; the answer is null then")
    private String missing = "";

    @UriParam(description = "JSLT: what the answer must fulfil, instead of the connector's own")
    private @Nullable String success;

    @UriParam(description = "JSLT over the answer: what becomes the body")
    private @Nullable String answer;

    @UriParam(description = "JSLT over a record that was read back: whether it is what was written")
    private @Nullable String confirm;

    @UriParam(description = "Keeps the answer's ETag as the variable etag")
    private boolean etag;

    @UriParam(description = "JSLT: the version that the record must still have")
    private @Nullable String ifMatch;

    private @Nullable RequestTemplate request;
    private @Nullable AnswerReader reader;

    SystemEndpoint(String uri, SystemComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    /** Throws {@link OptionMistaken} when an option is no expression, or a request would carry two things. */
    void compile() {
        request = new RequestTemplate(
                Optional.ofNullable(method).map(PathTemplate::parse),
                PathTemplate.parse(path),
                expression(query),
                expression(headers),
                expression(body),
                expression(form),
                expression(multipart),
                expression(file),
                expression(ifMatch));
        reader = new AnswerReader(
                missing, expression(success), expression(answer), expression(confirm), expression(carries), effect);
    }

    private static Optional<Jslt> expression(@Nullable String text) {
        return Optional.ofNullable(text).map(Jslt::parse);
    }

    @Override
    public Producer createProducer() {
        if (request == null || reader == null) {
            throw new IllegalStateException("not compiled");
        }
        return new SystemProducer(this, request, reader);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("system: can only be called");
    }

    CalledSystem system() {
        return ((SystemComponent) getComponent()).system(name);
    }

    public String getName() {
        return name;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public void setHeaders(String headers) {
        this.headers = headers;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public void setForm(String form) {
        this.form = form;
    }

    public void setMultipart(String multipart) {
        this.multipart = multipart;
    }

    public void setFile(String file) {
        this.file = file;
    }

    public void setCarries(String carries) {
        this.carries = carries;
    }

    public boolean isEffect() {
        return effect;
    }

    public void setEffect(boolean effect) {
        this.effect = effect;
    }

    public void setMissing(String missing) {
        this.missing = missing;
    }

    public void setSuccess(String success) {
        this.success = success;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public void setConfirm(String confirm) {
        this.confirm = confirm;
    }

    public boolean isEtag() {
        return etag;
    }

    public void setEtag(boolean etag) {
        this.etag = etag;
    }

    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }
}
