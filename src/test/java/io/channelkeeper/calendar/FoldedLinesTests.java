package io.channelkeeper.calendar;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedLinesTests {

	@Test
	void leavesShortLinesAsTheyAre() {
		String lines = "BEGIN:VEVENT\r\n" + "x".repeat(75) + "\r\nEND:VEVENT\r\n";
		assertThat(FoldedLines.of(lines)).isEqualTo(lines);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "ä", "€", "\uD83D\uDC69", "xä€\uD83D\uDC69" })
	void foldsAtOctetsAndCutsNoCharacter(String unit) {
		String line = "SUMMARY:" + unit.repeat(200) + "\r\n";
		String folded = FoldedLines.of(line);
		assertThat(folded.split("\r\n")).hasSizeGreaterThan(2)
			.allMatch((part) -> part.getBytes(StandardCharsets.UTF_8).length <= 75)
			.allMatch((part) -> new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(part));
		assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
	}

}
