package com.wecomesb.api;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as problem+json (RFC 9457): no stack trace, nothing of what the caller sent. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail handle(BadRequest exception) {
        return problem(HttpStatus.BAD_REQUEST, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(NotThere exception) {
        return problem(HttpStatus.NOT_FOUND, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(NotNow exception) {
        return problem(HttpStatus.CONFLICT, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(Exception exception) {
        ProblemDetail problem =
                problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something is wrong here; the log knows it by its instance");
        log.atError()
                .addKeyValue("instance", problem.getInstance())
                .setCause(exception)
                .log("request failed");
        return problem;
    }

    /** Spring's own refusals with words of ours: its words repeat values and paths. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = problem(status, words(status));
        return Objects.requireNonNull(super.handleExceptionInternal(exception, problem, headers, status, request));
    }

    static ProblemDetail problem(HttpStatusCode status, @Nullable String detail) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, Objects.requireNonNullElse(detail, words(status)));
        // Without an instance of its own Spring would put in the path, which is the caller's.
        problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
        return problem;
    }

    private static String words(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 ->
                "The request cannot be read: a parameter is missing or of another kind, or the body is not JSON";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not know that method";
            case 406 -> "The answer exists in another content type only";
            case 413 -> "The body is too large";
            case 415 -> "The body must be of another content type";
            default -> status.is4xxClientError() ? "The request was refused" : "Something is wrong here";
        };
    }
}
