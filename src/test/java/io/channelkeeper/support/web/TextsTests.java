package io.channelkeeper.support.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything a person reads exists in both languages and is a message format that means
 * what it says.
 */
class TextsTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[(}]");

	@Test
	void everyTextExistsInBothLanguages() throws IOException {
		List<String> problems = new ArrayList<>();
		for (String name : baseNames()) {
			Set<Object> english = new TreeSet<>(read(name, "").keySet());
			Set<Object> german = new TreeSet<>(read(name, "_de").keySet());
			Set<Object> onlyEnglish = new TreeSet<>(english);
			onlyEnglish.removeAll(german);
			Set<Object> onlyGerman = new TreeSet<>(german);
			onlyGerman.removeAll(english);
			onlyEnglish.forEach((key) -> problems.add(name + ": " + key + " only in English"));
			onlyGerman.forEach((key) -> problems.add(name + ": " + key + " only in German"));
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void noTextHasAStraightApostrophe() throws IOException {
		List<String> problems = new ArrayList<>();
		eachText((place, text) -> {
			if (text.contains("'")) {
				problems.add(place + ": " + text);
			}
		});
		assertThat(problems).isEmpty();
	}

	@Test
	void everyTextIsAMessageFormat() throws IOException {
		List<String> problems = new ArrayList<>();
		eachText((place, text) -> {
			try {
				new MessageFormat(text, Locale.ENGLISH).format(new Object[] { 2, 2, 2, 2, 2, 2 });
			}
			catch (IllegalArgumentException ex) {
				problems.add(place + ": " + ex.getMessage());
			}
		});
		assertThat(problems).isEmpty();
	}

	@Test
	void noKeyStandsInTwoFiles() throws IOException {
		Map<Object, String> homes = new HashMap<>();
		List<String> problems = new ArrayList<>();
		for (String name : baseNames()) {
			for (Object key : read(name, "").keySet()) {
				String other = homes.put(key, name);
				if (other != null) {
					problems.add(key + " in " + other + " and " + name);
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void everyTextThatPagesUseExists() throws IOException {
		Set<Object> known = new TreeSet<>();
		for (String name : baseNames()) {
			known.addAll(read(name, "").keySet());
		}
		List<String> problems = new ArrayList<>();
		try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Matcher matcher = USED.matcher(Files.readString(file));
				while (matcher.find()) {
					if (!known.contains(matcher.group(1))) {
						problems.add(file + ": " + matcher.group(1));
					}
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	/**
	 * Features' texts and those that lie beside the providers, without language and
	 * ending.
	 */
	private static List<String> baseNames() throws IOException {
		List<String> names = new ArrayList<>();
		for (String root : List.of("messages", "io/channelkeeper/network")) {
			if (Files.isDirectory(RESOURCES.resolve(root))) {
				try (Stream<Path> files = Files.walk(RESOURCES.resolve(root))) {
					files.map((file) -> RESOURCES.relativize(file).toString())
						.filter((name) -> name.endsWith(".properties") && !name.contains("_"))
						.map((name) -> name.replace(".properties", ""))
						.forEach(names::add);
				}
			}
		}
		return names;
	}

	private static void eachText(TextCheck check) throws IOException {
		for (String name : baseNames()) {
			for (String language : List.of("", "_de")) {
				read(name, language).forEach((key, text) -> check.accept(name + language + " " + key, (String) text));
			}
		}
	}

	private static Properties read(String baseName, String language) throws IOException {
		Properties properties = new Properties();
		Path file = RESOURCES.resolve(baseName + language + ".properties");
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
		}
		return properties;
	}

	/** Looks at one text and its place. */
	private interface TextCheck {

		void accept(String place, String text);

	}

}
