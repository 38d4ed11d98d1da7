package io.channelkeeper.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where the browser of the tests comes from: the one that the environment names, one that
 * is installed, Debian's where it can be installed, or else Playwright's own.
 *
 * @param environment the variables of this process
 * @param executable whether a path leads to a program
 * @param aptGet whether Debian's packages can be installed here
 * @param run runs a command and answers whether it worked
 */
record BrowserSearch(Map<String, String> environment, Predicate<Path> executable, boolean aptGet,
		Predicate<List<String>> run) {

	/** Names the browser to take, wherever it is. */
	static final String VARIABLE = "CHANNELKEEPER_BROWSER";

	/** What is said where there is none. */
	static final String NONE = "The browser tests need Chromium: install it, for example with"
			+ " \"apt-get install chromium\", or let " + VARIABLE + " name its executable.";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "Google Chrome", "Chromium");

	private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome",
			"/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS");

	private static final List<String> DEBIAN = List.of("sh", "-c", "apt-get update && apt-get install -y chromium");

	/**
	 * Finds the browser, or brings one.
	 * @param download the command that fetches Playwright's own
	 * @return its executable, or empty for Playwright's own
	 * @throws MissingBrowserException if there is none and none can be had
	 */
	Optional<Path> search(List<String> download) {
		String named = this.environment.getOrDefault(VARIABLE, "");
		if (!named.isBlank()) {
			return Optional.of(named(Path.of(named)));
		}
		Optional<Path> found = installed();
		if (found.isEmpty() && this.aptGet && this.run.test(DEBIAN)) {
			found = installed();
		}
		if (found.isEmpty() && !this.run.test(download)) {
			throw new MissingBrowserException(NONE);
		}
		return found;
	}

	private Path named(Path path) {
		if (!this.executable.test(path)) {
			throw new MissingBrowserException(VARIABLE + " names " + path + ", which is no program.");
		}
		return path;
	}

	private Optional<Path> installed() {
		List<String> folders = new ArrayList<>(
				Arrays.asList(this.environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)));
		folders.addAll(FOLDERS);
		return NAMES.stream()
			.flatMap((name) -> folders.stream().flatMap((folder) -> Stream.of(Path.of(folder, name))))
			.filter(this.executable)
			.findFirst();
	}

	/** There is no browser; the message says what to do. */
	@SuppressWarnings("serial")
	static final class MissingBrowserException extends RuntimeException {

		MissingBrowserException(String message) {
			super(message, null, false, false);
		}

	}

}
