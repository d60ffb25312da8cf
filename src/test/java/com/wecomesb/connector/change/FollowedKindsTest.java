package com.wecomesb.connector.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedKindsTest {

    @ParameterizedTest
    @CsvSource({"CRM, contact", "SHOP, order", "TICKET, ticket"})
    void aSystemReportsWhatItIsThereFor(SystemKind kind, String followed) {
        assertThat(FollowedKinds.of(system(kind, Map.of()))).containsExactly(followed);
    }

    @Test
    void theSettingsSayMore() {
        assertThat(FollowedKinds.of(system(SystemKind.CRM, Map.of("follow", "contact, order"))))
                .containsExactly("contact", "order");
    }

    @Test
    void oneSystemThatIsCrmAndShopReportsNoKindTwice() {
        // Given
        ConnectedSystem crm = system(SystemKind.CRM, Map.of());
        ConnectedSystem shop = system(SystemKind.SHOP, Map.of());

        // When, Then
        assertThat(FollowedKinds.of(crm)).doesNotContainAnyElementsOf(FollowedKinds.of(shop));
    }

    private static ConnectedSystem system(SystemKind kind, Map<String, String> properties) {
        return new ConnectedSystem("erp", kind, "tryton", properties);
    }
}
