package io.channelkeeper.support.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our style sheets are whole: every block is closed where it should be, and nothing is
 * loaded from elsewhere.
 */
class StyleSheetsTests {

	@ParameterizedTest
	@ValueSource(strings = { "workspace.css", "light.css" })
	void everyBlockIsClosedBeforeTheNextChapter(String name) throws IOException {
		long depth = 0;
		int number = 0;
		for (String line : Files.readAllLines(Path.of("src/main/resources/static/css", name))) {
			number++;
			if (line.startsWith("/*")) {
				assertThat(depth).as("open blocks in line %d", number).isZero();
			}
			depth += line.chars().filter((c) -> c == '{').count() - line.chars().filter((c) -> c == '}').count();
			assertThat(line).doesNotContain("<<<<", ">>>>", "url(", "@import");
		}
		assertThat(depth).isZero();
	}

}
