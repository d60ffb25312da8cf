package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.sync.LoadedCrm;
import com.wecomesb.sync.SyncSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SyncJobsControllerTest {

    private static final String JOBS = "/api/v1/sync/jobs";
    private static final String LOAD = "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"contact\"}";
    private static final String SLOW_LOAD =
            "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"contact\",\"pageSize\":1,\"parts\":1,\"callsPerSecond\":1}";
    private static final String RECONCILE = LOAD.replace("load", "reconcile");

    private LoadedCrm crm;
    private MockMvc http;

    @BeforeEach
    void open() throws IOException {
        crm = new LoadedCrm(30);
        http = MockMvcBuilders.standaloneSetup(new SyncJobsController(
                        crm.jobs(), crm.differences(), crm.syncable(), new SyncSettings(10, 2, 0)))
                .setControllerAdvice(new Problems())
                .build();
    }

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void beginsALoadAndShowsHowFarItIs() throws Exception {
        // When
        long job = begun(LOAD);
        crm.ended(job);
        // Then
        http.perform(get(JOBS + "/" + job))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.options.pageSize").value(10))
                .andExpect(jsonPath("$.counts.records").value(30))
                .andExpect(jsonPath("$.counts.created").value(30));
        http.perform(get(JOBS))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").value(job));
        http.perform(get(JOBS + "/99")).andExpect(status().isNotFound());
    }

    @Test
    void goesOnWithTheSameJobAfterItWasStopped() throws Exception {
        // Given
        long job = begun(SLOW_LOAD);
        // When
        http.perform(delete(JOBS + "/" + job)).andExpect(jsonPath("$.state").value("STOPPED"));
        http.perform(delete(JOBS + "/" + job)).andExpect(status().isConflict());
        long again = begun(LOAD);
        crm.ended(again);
        // Then
        assertThat(again).isEqualTo(job);
        http.perform(get(JOBS + "/" + job))
                .andExpect(jsonPath("$.counts.records").value(30));
        http.perform(delete(JOBS + "/99")).andExpect(status().isNotFound());
    }

    @Test
    void beginsAnewFromTheStartWhenAskedUnlessOneRuns() throws Exception {
        // Given
        String fresh = LOAD.replace("{", "{\"fresh\":true,");
        long stopped = begun(SLOW_LOAD);
        // When
        ResultActions refused = ordered(fresh);
        http.perform(delete(JOBS + "/" + stopped));
        long anew = begun(fresh);
        crm.ended(anew);
        long later = begun(LOAD);
        crm.ended(later);
        // Then
        refused.andExpect(status().isConflict()).andExpect(jsonPath("$.detail", containsString("runs")));
        assertThat(anew).isGreaterThan(stopped);
        http.perform(get(JOBS + "/" + anew))
                .andExpect(jsonPath("$.counts.records").value(30));
        http.perform(get(JOBS + "/" + stopped)).andExpect(jsonPath("$.state").value("STOPPED"));
        assertThat(later).as("what was left behind does not go on").isGreaterThan(anew);
    }

    @Test
    void showsWhatAComparisonFoundPageByPage() throws Exception {
        // Given
        crm.ended(begun(LOAD));
        crm.change(3, "新公司");
        crm.change(9, "新公司");
        // When
        long job = begun(RECONCILE);
        crm.ended(job);
        // Then
        JsonNode first = json(http.perform(get(JOBS + "/" + job + "/differences?limit=1"))
                .andExpect(jsonPath("$.items[0].what").value("differs"))
                .andExpect(jsonPath("$.items[0].fields", contains("company"))));
        http.perform(get(JOBS + "/" + job + "/differences?limit=1&cursor="
                        + first.path("next").asText()))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].repaired").value(false))
                .andExpect(jsonPath("$.next").doesNotExist());
        http.perform(get(JOBS + "/99/differences")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                            | task",
                "{\"task\":\"copy\",\"system\":\"crm\",\"kind\":\"contact\"}                   | task",
                "{\"task\":\"load\",\"kind\":\"contact\"}                                      | system and kind",
                "{\"task\":\"load\",\"system\":\"erp\",\"kind\":\"contact\"}                   | erp",
                "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"product\"}                   | product",
                "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"order\"}                     | order-changes",
                "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"contact\",\"pageSize\":0}    | pageSize",
                "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"contact\",\"parts\":17}      | parts",
                "{\"task\":\"load\",\"system\":\"crm\",\"kind\":\"contact\",\"callsPerSecond\":-1} | callsPerSecond"
            })
    void saysWhatIsWrongWithAnOrderAndBeginsNothing(String order, String named) throws Exception {
        // When
        ResultActions answer = ordered(order);
        // Then
        answer.andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail", containsString(named)));
        http.perform(get(JOBS)).andExpect(jsonPath("$.items", hasSize(0)));
    }

    private long begun(String order) throws Exception {
        return json(ordered(order).andExpect(jsonPath("$.state").value("RUNNING")))
                .path("id")
                .asLong();
    }

    private ResultActions ordered(String order) throws Exception {
        return http.perform(post(JOBS).contentType(MediaType.APPLICATION_JSON).content(order));
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return new ObjectMapper().readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
