package io.channelkeeper.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;

/**
 * Finds a Chromium on this machine, or brings one: never skips.
 */
final class Browsers {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome",
			"/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS");

	private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private Browsers() {
	}

	static Playwright playwright() {
		return Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
	}

	static Browser launch(Playwright playwright) {
		LaunchOptions options = new LaunchOptions().setHeadless(true).setChromiumSandbox(!ROOT).setArgs(FLAGS);
		Optional<Path> installed = find().or(Browsers::installed);
		if (installed.isPresent()) {
			return playwright.chromium().launch(options.setExecutablePath(installed.get()));
		}
		if (run(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium"))) {
			return playwright.chromium().launch(options);
		}
		throw new IllegalStateException("The browser tests need Chromium: install it, for example with"
				+ " \"apt-get install chromium\", or let CHANNELKEEPER_BROWSER name its executable.");
	}

	/** The browser that the environment names, or one in the path or a usual folder. */
	static Optional<Path> find() {
		String named = System.getenv("CHANNELKEEPER_BROWSER");
		if (named != null && !named.isBlank()) {
			return Optional.of(Path.of(named));
		}
		String path = System.getenv("PATH");
		List<String> folders = new ArrayList<>();
		if (path != null) {
			folders.addAll(Arrays.asList(path.split(File.pathSeparator, -1)));
		}
		folders.addAll(FOLDERS);
		return Stream.concat(NAMES.stream(), Stream.of("Google Chrome", "Chromium"))
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Optional<Path> installed() {
		boolean debian = ROOT && Files.exists(Path.of("/etc/debian_version"));
		return (debian && run(List.of("sh", "-c", "apt-get update && apt-get install -y chromium"))) ? find()
				: Optional.empty();
	}

	private static boolean run(List<String> command) {
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File("target/browser-install.log"));
		process.environment().put("DEBIAN_FRONTEND", "noninteractive");
		try {
			return process.start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
