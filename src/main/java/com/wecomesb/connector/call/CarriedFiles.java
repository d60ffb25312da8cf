package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.FilesRefused;
import com.wecomesb.connector.expression.Jslt;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files in a request, by their names. Systems tell nobody beforehand what they take, so it is their refusal that is
 * listened to: 413, or 422 where no {@code errors} of the connector know better.
 *
 * @param names JSLT that gives one name, or a list of them
 */
record CarriedFiles(Optional<Jslt> names) {

    private static final Set<Integer> REFUSALS = Set.of(413, 422);

    /** The same failure, or that it may be for the files. */
    ConnectorFailed blamed(ConnectorFailed failed, Answered answered) {
        int status = answered.http().status();
        Set<String> carried = REFUSALS.contains(status) ? carried(answered) : Set.of();
        return carried.isEmpty() ? failed : new FilesRefused(carried, status, failed.reason());
    }

    private Set<String> carried(Answered answered) {
        Set<String> carried = new LinkedHashSet<>();
        if (names.isPresent()) {
            JsonNode said = names.get().of(answered.json(), answered.variables());
            if (said.isTextual()) {
                carried.add(said.textValue());
            }
            said.forEach(name -> carried.add(name.asText()));
        }
        return carried;
    }
}
