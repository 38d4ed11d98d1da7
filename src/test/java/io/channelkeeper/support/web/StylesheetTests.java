package io.channelkeeper.support.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browsers say nothing about a brace that is missing; everything below it is lost.
 */
class StylesheetTests {

	@ParameterizedTest
	@ValueSource(strings = { "workspace", "light" })
	void closesEveryBlock(String name) throws IOException {
		String styles = Files.readString(Path.of("src/main/resources/static/css", name + ".css"));
		int depth = 0;
		for (String line : styles.lines().toList()) {
			assertThat(line.startsWith("/* ") && depth > 0).as("an open block above: " + line).isFalse();
			depth += (int) (line.chars().filter((c) -> c == '{').count()
					- line.chars().filter((c) -> c == '}').count());
		}
		assertThat(depth).isZero();
	}

}
