package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private final List<String> gone = new ArrayList<>();
    private final Records<String> records = new Records<>(3, gone::add);

    private void write(String... keys) {
        for (String key : keys) {
            records.change(key, before -> before == null ? key : before + "+");
        }
    }

    @Test
    void showsTheLastChangedFirst() {
        // When
        write("a", "b", "c", "a");

        // Then
        assertThat(records.latest()).containsExactly("a+", "c", "b");
    }

    @Test
    void removesTheOldestWhenThereAreTooMany() {
        // When
        write("a", "b", "c", "a", "d");

        // Then
        assertThat(gone).containsExactly("a+");
        assertThat(records.find("a")).isNull();
        assertThat(records.size()).isEqualTo(3);
    }

    @Test
    void isEmptyAfterClearing() {
        // Given
        write("a", "b");

        // When
        records.clear();

        // Then
        assertThat(records.latest()).isEmpty();
        assertThat(records.size()).isZero();
    }
}
