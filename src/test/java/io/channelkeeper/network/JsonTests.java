package io.channelkeeper.network;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTests {

	@Test
	void takesForJsonOnlyWhatIsJson() {
		assertThat(Json.read("[".repeat(100_000))).isNull();
		assertThat(Json.read("{\"a\":1} {\"b\":2}")).isNull();
		assertThat(Json.read("{\"a\":" + "9".repeat(5000) + "}")).isNull();
		assertThat(Json.read("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\u0000b", "a b", "\\ud800", "\u0430na", "a\\n", "" })
	void takesNothingOddForAnId(String id) {
		assertThat(json("{\"id\":\"" + id + "\"}").id("id")).isNull();
	}

	@Test
	void takesIdsOfEveryUsualShape() {
		assertThat(json("{\"id\":17841400000000011}").id("id")).isEqualTo("17841400000000011");
		assertThat(json("{\"id\":\"accounts/1/locations/2\"}").id("id")).isEqualTo("accounts/1/locations/2");
		assertThat(json("{\"id\":\"" + "a".repeat(255) + "\"}").id("id")).hasSize(255);
		assertThat(json("{\"id\":\"" + "a".repeat(256) + "\"}").id("id")).isNull();
	}

	@Test
	void countsOnlyWhatCanBeCounted() {
		assertThat(json("{\"likes\":\"7\",\"debts\":-1,\"a\\u0000b\":3,\"id\":4,\"user_id\":5,\"name\":\"Ana\"}")
			.figures()).isEqualTo(Map.of("likes", 7L));
		StringBuilder many = new StringBuilder("{\"f\":0");
		for (int number = 0; number < 1000; number++) {
			many.append(",\"f").append(number).append("\":1");
		}
		assertThat(json(many.append('}').toString()).figures()).hasSize(50);
	}

	private static Json json(String text) {
		return Objects.requireNonNull(Json.read(text));
	}

}
