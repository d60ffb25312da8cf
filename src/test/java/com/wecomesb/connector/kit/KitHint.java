package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A webhook as the system posts it, without its signature. Beside the id it says what is not true of the record that the kit
 * file's look-up reads.
 */
record KitHint(Map<String, String> headers, JsonNode says) {}
