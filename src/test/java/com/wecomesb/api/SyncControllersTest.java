package com.wecomesb.api;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.wecomesb.sync.SyncedContacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SyncControllersTest {

    private final SyncedContacts contacts = new SyncedContacts();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new SyncConflictsController(contacts.conflicts(), contacts.conflictDecisions()),
                    new SyncIdentityController(
                            contacts.report(), contacts.reviews(), contacts.reviewDecisions(), contacts.merges()))
            .setControllerAdvice(new Problems())
            .build();

    @AfterEach
    void close() {
        contacts.close();
    }

    @Test
    void listsAndDecidesConflicts() throws Exception {
        // Given
        long id = contacts.conflict();
        // When, then
        http.perform(get("/api/v1/conflicts"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].field").value("name"))
                .andExpect(jsonPath("$.items[0].winner").doesNotExist());
        decide("/api/v1/conflicts/" + id + "/decide", "{\"keep\":\"target\",\"by\":\"王芳\"}", 200);
        decide("/api/v1/conflicts/" + id + "/decide", "{\"keep\":\"target\"}", 409);
        decide("/api/v1/conflicts/" + id + "/decide", "{\"keep\":\"mine\"}", 400);
        decide("/api/v1/conflicts/99/decide", "{\"keep\":\"source\"}", 404);
        http.perform(get("/api/v1/conflicts?state=DECIDED"))
                .andExpect(jsonPath("$.items[0].winner").value("TARGET"))
                .andExpect(jsonPath("$.items[0].by").value("王芳"));
        http.perform(get("/api/v1/conflicts?state=MINE")).andExpect(status().isBadRequest());
    }

    @Test
    void reportsMergesAndTakesThemBack() throws Exception {
        // Given
        contacts.conflict();
        contacts.met("c1");
        contacts.met("c2");
        // When, then
        decide("/api/v1/identity/merges", "{\"winner\":\"c1\",\"loser\":\"c2\",\"reason\":\"同一个人\"}", 200);
        decide("/api/v1/identity/merges", "{\"winner\":\"c1\",\"loser\":\"c2\"}", 409);
        decide("/api/v1/identity/merges", "{\"winner\":\"c1\"}", 400);
        http.perform(get("/api/v1/identity/merges"))
                .andExpect(jsonPath("$.items[0].loser").value("c2"));
        http.perform(get("/api/v1/identity/report"))
                .andExpect(jsonPath("$.merged").value(1))
                .andExpect(jsonPath("$.systems[0].counts.created").value(1))
                .andExpect(jsonPath("$.systems[0].shares.created").value(1.0));
        decide("/api/v1/identity/merges/1/undo", "{}", 200);
        decide("/api/v1/identity/merges/1/undo", "{}", 409);
        decide("/api/v1/identity/reviews/5/decide", "{\"is\":\"same\"}", 404);
        decide("/api/v1/identity/reviews/5/decide", "{\"is\":\"perhaps\"}", 400);
    }

    private void decide(String path, String body, int status) throws Exception {
        http.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is(status));
    }
}
