package io.channelkeeper.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;

import io.channelkeeper.browser.BrowserSearch.MissingBrowserException;

/**
 * Starts the browser of the tests. Which one is found out once in a run.
 */
final class Browsers {

	private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", withoutFeatures());

	private static final FutureTask<Optional<Path>> SEARCH = new FutureTask<>(Browsers::search);

	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private Browsers() {
	}

	/**
	 * Below the address bar that nobody sees Chromium keeps two pages of its own for
	 * every window, and draws them anew whenever the window changes its size, as it does
	 * for each picture. They cost as much as the pages under test. Of two such lists the
	 * last one counts, so this names what Playwright switches off, too.
	 */
	private static String withoutFeatures() {
		return "--disable-features=" + String.join(",", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
				"AvoidUnnecessaryBeforeUnloadCheckSync", "BlockOriginHeaderModificationOnRedirect",
				"BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
				"GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "OptimizationHints",
				"PaintHolding", "ThirdPartyStoragePartitioning", "Translate");
	}

	static Playwright playwright() {
		return Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
	}

	static Browser launch(Playwright playwright) {
		LaunchOptions options = new LaunchOptions().setHeadless(true).setChromiumSandbox(!ROOT).setArgs(FLAGS);
		chromium().ifPresent(options::setExecutablePath);
		return playwright.chromium().launch(options);
	}

	/**
	 * The executable, or empty for Playwright's own.
	 * @throws BrowserSearch.MissingBrowserException if there is no browser
	 */
	static Optional<Path> chromium() {
		SEARCH.run();
		try {
			return SEARCH.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof MissingBrowserException missing) ? missing : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** One process after the other: the first may install what the next one finds. */
	private static Optional<Path> search() {
		try (FileChannel turn = FileChannel.open(Path.of("target/browser-search.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			turn.lock();
			return searchAlone();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Path> searchAlone() {
		boolean aptGet = ROOT && Files.exists(Path.of("/etc/debian_version"));
		return new BrowserSearch(System.getenv(), Files::isExecutable, aptGet, Browsers::run)
			.search(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
					System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium"));
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
