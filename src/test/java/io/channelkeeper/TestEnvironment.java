package io.channelkeeper;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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

	private static final TestDatabases DATABASES = TestDatabases.begin();

	/** The SMTP server that the application under test hands its mails to. */
	public static final GreenMail MAIL = startMail();

	/** The practice networks that the application under test is pointed at. */
	public static final PracticeNetworks NETWORKS = PracticeNetworks.start(0);

	/** Off unless a test is about it: nothing learns anything that no test told it. */
	private static final String LOOK_UPS = "channelkeeper.connection.look-up.new-channels";

	/** A file where a test is about keys. */
	private static final String KEYS = "channelkeeper.encryption.keyset";

	private static final String KEYSET = newKeyset();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String lookUps = context.getEnvironment().getProperty(LOOK_UPS, "false");
		context.getBeanFactory().addBeanPostProcessor(new StatementCounter());
		Map<String, Object> settings = settings(newDatabase());
		settings.put("spring.datasource.hikari.maximum-pool-size", "8");
		settings.put("channelkeeper.network.tiktok.picture-hosts", PictureHost.TIKTOK.origin());
		settings.put("channelkeeper.picture.automatic", "false");
		settings.put(LOOK_UPS, lookUps);
		settings.put(KEYS, context.getEnvironment().getProperty(KEYS, KEYSET));
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test environment", settings));
	}

	/** What the application needs to run on a database, beside the practice networks. */
	public static Map<String, Object> settings(String database) {
		Map<String, Object> settings = new HashMap<>(NETWORKS.settings());
		settings.put("spring.datasource.url", database);
		settings.put("spring.datasource.username", "postgres");
		settings.put("spring.datasource.password", "postgres");
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", MAIL.getSmtp().getPort());
		settings.put("channelkeeper.mail.from", "channelkeeper@example.org");
		settings.put("channelkeeper.base-url", "http://localhost:8080");
		settings.put("channelkeeper.data-directory", TestRun.THIS.file("data").toString());
		settings.put(KEYS, KEYSET);
		return settings;
	}

	/** The address of a new, empty database. */
	public static synchronized String newDatabase() {
		String url = DATABASES.make();
		TestRun.THIS.leave(KEYSET, DATABASES.names());
		return url;
	}

	/** The addresses of all databases so far. */
	public static List<String> databases() {
		return DATABASES.urls();
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
