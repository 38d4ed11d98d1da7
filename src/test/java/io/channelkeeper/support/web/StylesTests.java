package io.channelkeeper.support.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A block that is not closed swallows every rule after it, silently.
 */
class StylesTests {

	@ParameterizedTest
	@ValueSource(strings = { "workspace.css", "light.css" })
	void everyBlockIsClosed(String name) throws IOException {
		String rules = Files.readString(Path.of("src/main/resources/static/css", name))
			.replaceAll("(?s)/\\*.*?\\*/", "");
		int depth = 0;
		for (String line : rules.lines().toList()) {
			if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("}")) {
				assertThat(depth).as("open blocks before: " + line).isZero();
			}
			depth += line.replaceAll("[^{]", "").length() - line.replaceAll("[^}]", "").length();
		}
		assertThat(depth).isZero();
	}

}
