package io.channelkeeper.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import practice.PracticeNetworks;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the application under test a free port that its public address names, and points
 * it at practice networks on a port of their own, whose time is also its own.
 */
class BrowserEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** The practice networks of this run. */
	static final PracticeNetworks PRACTICE = PracticeNetworks.start(0);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		int port = freePort();
		Map<String, Object> settings = new HashMap<>(PRACTICE.settings());
		settings.put("server.port", port);
		settings.put("channelkeeper.base-url", "http://localhost:" + port);
		context.getBeanFactory().registerSingleton("clock", PRACTICE.clock());
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("browser environment", settings));
	}

	/** A port that nothing listens on. */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
