package com.wecomesb.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContactNameTest {

    private final Contact met = Contact.met("c1", "customer", Instant.EPOCH);

    @Test
    void whoHasNoNameIsCalledByTheNickname() {
        assertThat(met.shownAs("小甜甜").name()).isEqualTo("小甜甜");
    }

    @Test
    void aNameThatIsTheNicknameChangesWithIt() {
        assertThat(met.shownAs("小甜甜").shownAs("大甜甜").name()).isEqualTo("大甜甜");
    }

    @Test
    void aNameThatACompanyGaveStaysWhateverTheCustomerCallsHimself() {
        // When
        Contact contact = met.shownAs("小甜甜").named("张三(采购总监)").shownAs("大甜甜").shownAs("张三");
        // Then
        assertThat(contact.name()).isEqualTo("张三(采购总监)");
        assertThat(contact.attributes().path("nickname").asText()).isEqualTo("张三");
    }

    @Test
    void whatWeComDoesNotShowChangesNothing() {
        assertThat(met.shownAs(null).shownAs(" ")).isSameAs(met);
    }

    @Test
    void theNicknameIsNoFieldThatOtherSystemsAreToldOf() {
        // Given
        Contact named = met.named("张三");
        // Then
        assertThat(ContactDocument.differences(named, named.shownAs("小甜甜"))).isEmpty();
        assertThat(ContactDocument.of(named.shownAs("小甜甜")).has("attributes")).isFalse();
    }
}
