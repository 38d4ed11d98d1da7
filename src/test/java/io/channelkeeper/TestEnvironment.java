package io.channelkeeper;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import practice.PracticeNetworks;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import io.channelkeeper.picture.PictureHost;
import io.channelkeeper.support.Sealer;

/**
 * What every test of the whole application runs on: a real PostgreSQL with a database of
 * its own per context, a real SMTP server, and keys made for this run.
 */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final EmbeddedPostgres POSTGRES = startPostgres();

	/** The SMTP server that the application under test hands its mails to. */
	public static final GreenMail MAIL = startMail();

	/** The practice networks that the application under test is pointed at. */
	public static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	private static final String KEYSET = newKeyset();

	private static final List<String> DATABASES = new CopyOnWriteArrayList<>();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().addBeanPostProcessor(new StatementCounter());
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test environment",
					Map.of("spring.datasource.url", newDatabase(), "spring.datasource.username", "postgres",
							"spring.datasource.password", "postgres", "spring.datasource.hikari.maximum-pool-size", "8",
							"spring.mail.host", "localhost", "spring.mail.port", MAIL.getSmtp().getPort(),
							"channelkeeper.mail.from", "channelkeeper@example.org", "channelkeeper.base-url",
							"http://localhost:8080", "channelkeeper.encryption.keyset", KEYSET)));
		context.getEnvironment().getPropertySources().addLast(new MapPropertySource("practice networks", practice()));
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("picture host",
					Map.of("channelkeeper.network.tiktok.picture-hosts", PictureHost.TIKTOK.origin())));
	}

	/** All that points to the practice networks but their mail server. */
	private static Map<String, Object> practice() {
		Map<String, Object> settings = new HashMap<>(NETWORKS.settings());
		settings.keySet().removeIf((name) -> name.startsWith("spring.mail."));
		return settings;
	}

	/** The address of a new, empty database. */
	public static synchronized String newDatabase() {
		String name = "test" + (DATABASES.size() + 1);
		try (var connection = POSTGRES.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
		String url = POSTGRES.getJdbcUrl("postgres", name);
		DATABASES.add(url);
		return url;
	}

	/** The addresses of all databases so far. */
	public static List<String> databases() {
		return List.copyOf(DATABASES);
	}

	private static EmbeddedPostgres startPostgres() {
		try {
			return EmbeddedPostgres.builder().start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GreenMail startMail() {
		GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
		mail.start();
		return mail;
	}

	private static String newKeyset() {
		try {
			return Sealer.newKeyset();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
