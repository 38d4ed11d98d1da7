package io.channelkeeper.support.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page contains what the strict content security policy forbids, or shows a text
 * unescaped. Mails are not pages: they may carry styles.
 */
class TemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** Icons are found as elements on purpose. */
	private static final Pattern FRAGMENT = Pattern.compile("~\\{((?!frame/icons)[a-z/-]+) :: ([\\w-]+)");

	private static final Pattern CONDITIONAL = Pattern
		.compile("<(?=[^>]*th:(?:if|unless)=\"[^\"]*\")[^<>]*th:replace=\"[^\"]*\"");

	private static final Map<String, Pattern> FORBIDDEN = Map.of("a style", Pattern.compile("(?<![-\\w])style\\s*="),
			"th:style", Pattern.compile("th:style"), "a style element", Pattern.compile("<style"), "a script inside",
			Pattern.compile("<script(?![^>]*src)"), "a handler",
			Pattern.compile("\\s((th:|hx-)on[a-z:-]*|on[a-z]{4,})\\s*="), "unescaped text",
			Pattern.compile("utext|\\[\\("), "evaluated values", Pattern.compile("\"js:"));

	@Test
	void pagesHoldNothingThatThePolicyForbids() throws IOException {
		List<String> problems = new ArrayList<>();
		for (Path file : pages()) {
			String text = Files.readString(file);
			FORBIDDEN.forEach((what, pattern) -> {
				if (pattern.matcher(text).find()) {
					problems.add(file + ": " + what);
				}
			});
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void pagesStayBelow120Lines() throws IOException {
		for (Path file : pages()) {
			assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(120);
		}
	}

	/** A replacement is made before a condition on the same element is asked. */
	@Test
	void conditionsStandAroundReplacements() throws IOException {
		List<String> problems = new ArrayList<>();
		for (Path file : pages()) {
			Matcher both = CONDITIONAL.matcher(Files.readString(file));
			while (both.find()) {
				problems.add(file + ": " + both.group());
			}
		}
		assertThat(problems).isEmpty();
	}

	/** What has the name of an element is found together with all such elements. */
	@Test
	void fragmentsAreThereAndNoElements() throws IOException {
		List<String> problems = new ArrayList<>();
		for (Path file : pages()) {
			Matcher used = FRAGMENT.matcher(Files.readString(file));
			while (used.find()) {
				String other = Files.readString(TEMPLATES.resolve(used.group(1) + ".html"));
				String name = used.group(2);
				String fragment = "th:fragment=\"" + name + "[(\"]";
				if (!other.matches("(?s).*" + fragment + ".*")
						|| other.matches("(?s).*<" + name + "\\b(?![^>]*" + fragment + ").*")) {
					problems.add(file + ": " + used.group());
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter(Files::isRegularFile).filter((file) -> !file.toString().contains("/mail/")).toList();
		}
	}

}
