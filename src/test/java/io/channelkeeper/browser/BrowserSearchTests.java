package io.channelkeeper.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.channelkeeper.browser.BrowserSearch.MissingBrowserException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tests find a browser, bring one, or say what to install; they never go without.
 */
class BrowserSearchTests {

	private static final List<String> DOWNLOAD = List.of("java", "install", "chromium");

	private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/home/ada/bin:/bin"));

	private final Set<Path> programs = new HashSet<>();

	private final List<String> ran = new ArrayList<>();

	@Test
	void takesTheOneThatTheEnvironmentNames() {
		this.environment.put("CHANNELKEEPER_BROWSER", "/opt/my/chrome");
		this.programs.addAll(Set.of(Path.of("/opt/my/chrome"), Path.of("/usr/bin/chromium")));
		assertThat(search(true).search(DOWNLOAD)).contains(Path.of("/opt/my/chrome"));
	}

	@Test
	void refusesANameThatLeadsNowhere() {
		this.environment.put("CHANNELKEEPER_BROWSER", "/opt/my/chrome");
		this.programs.add(Path.of("/usr/bin/chromium"));
		assertThatExceptionOfType(MissingBrowserException.class).isThrownBy(() -> search(true).search(DOWNLOAD))
			.withMessage("CHANNELKEEPER_BROWSER names /opt/my/chrome, which is no program.");
	}

	@Test
	void takesAnInstalledOneWithoutBringingAny() {
		this.programs.add(Path.of("/home/ada/bin/google-chrome"));
		assertThat(search(true).search(DOWNLOAD)).contains(Path.of("/home/ada/bin/google-chrome"));
		assertThat(this.ran).isEmpty();
	}

	@Test
	void installsDebiansWhereItMay() {
		assertThat(new BrowserSearch(this.environment, this.programs::contains, true,
				(command) -> this.programs.add(Path.of("/usr/bin/chromium")))
			.search(DOWNLOAD)).contains(Path.of("/usr/bin/chromium"));
	}

	@Test
	void downloadsPlaywrightsForAnOrdinaryUser() {
		assertThat(
				new BrowserSearch(this.environment, this.programs::contains, false, DOWNLOAD::equals).search(DOWNLOAD))
			.isEmpty();
	}

	@Test
	void saysInOneSentenceWhatToInstall() {
		assertThatExceptionOfType(MissingBrowserException.class).isThrownBy(() -> search(false).search(DOWNLOAD))
			.withMessage("The browser tests need Chromium: install it, for example with \"apt-get install chromium\","
					+ " or let CHANNELKEEPER_BROWSER name its executable.");
		assertThat(this.ran).containsExactly("java install chromium");
	}

	@Test
	void triesEverythingBeforeItGivesUp() {
		assertThatExceptionOfType(MissingBrowserException.class).isThrownBy(() -> search(true).search(DOWNLOAD));
		assertThat(this.ran).hasSize(2).first().asString().contains("apt-get install -y chromium");
	}

	/** On a machine where every command fails. */
	private BrowserSearch search(boolean aptGet) {
		return new BrowserSearch(this.environment, this.programs::contains, aptGet,
				(command) -> !this.ran.add(String.join(" ", command)));
	}

}
