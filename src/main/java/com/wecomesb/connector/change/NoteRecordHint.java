package com.wecomesb.connector.change;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/** The step of the route {@code pull-records} that notes a hint at a record; any other hint is somebody else's. */
@Component("noteRecordHint")
class NoteRecordHint implements Processor {

    private final HintedRecords hinted;

    NoteRecordHint(HintedRecords hinted) {
        this.hinted = hinted;
    }

    @Override
    public void process(Exchange exchange) {
        RecordReference.read(exchange.getMessage().getBody(String.class)).ifPresent(hinted::note);
    }
}
