package io.channelkeeper.browser;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Opens one browser for the whole process and hands each test a {@link Browsing} of its
 * own.
 */
class BrowserExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	/** Before an application is started for nothing. */
	@Override
	public void beforeAll(ExtensionContext context) {
		Browsers.chromium();
	}

	/** Networks that begin anew are not remembered for what they did in other tests. */
	@Override
	public void beforeEach(ExtensionContext context) {
		BrowserEnvironment.PRACTICE.reset();
		JdbcClient jdbc = SpringExtension.getApplicationContext(context).getBean(JdbcClient.class);
		for (String table : List.of("network_api", "network_minute", "network_minute_failure", "network_trouble")) {
			jdbc.sql("delete from " + table).update();
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browsing browsing = context.getStore(NAMESPACE).remove(Browsing.class, Browsing.class);
		if (browsing != null) {
			String name = context.getRequiredTestClass().getSimpleName() + "-"
					+ context.getRequiredTestMethod().getName();
			browsing.end(name, context.getExecutionException().isPresent());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browsing.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(NAMESPACE).computeIfAbsent(Browsing.class, (key) -> open(context), Browsing.class);
	}

	private static Browsing open(ExtensionContext context) {
		Running running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> Running.start(), Running.class);
		String address = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("channelkeeper.base-url");
		return new Browsing(running.browser(), address, BrowserEnvironment.PRACTICE);
	}

	/** The browser of this process, closed with its last test. */
	private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

		static Running start() {
			Playwright playwright = Browsers.playwright();
			return new Running(playwright, Browsers.launch(playwright));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
