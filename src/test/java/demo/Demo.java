package demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import practice.PracticeNetworks;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import io.channelkeeper.ChannelkeeperApplication;
import io.channelkeeper.organization.DemoOrganizations;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.StartCheck;

/**
 * Starts the demo: PostgreSQL, the practice networks, the application, and, the first
 * time, two organizations whose creators walk through the practice networks. Started by
 * {@code ./mvnw spring-boot:test-run}; {@code --demo.port} and
 * {@code --demo.practice-port} move it where 8080 and 9090 are taken.
 */
public final class Demo {

	private static final Path TARGET = Path.of("target");

	/** Stands once everybody has arrived; without it the demo begins anew. */
	private static final Path COMPLETE = TARGET.resolve("demo-complete");

	private Demo() {
	}

	/**
	 * What has started by then keeps the process alive, so it ends here when the rest
	 * does not start.
	 */
	public static void main(String[] args) {
		try {
			start(args);
		}
		catch (IOException | GeneralSecurityException | RuntimeException ex) {
			System.err.println("The demo did not start: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void start(String[] args) throws IOException, GeneralSecurityException {
		ApplicationArguments wishes = new DefaultApplicationArguments(args);
		int port = number(wishes, "demo.port", 8080);
		boolean complete = Files.exists(COMPLETE);
		String database = DemoDatabase.start(TARGET.resolve("pg"), complete);
		if (!complete) {
			FileSystemUtils.deleteRecursively(TARGET.resolve("practice"));
		}
		PracticeNetworks networks = PracticeNetworks.start(number(wishes, "demo.practice-port", 9090),
				TARGET.resolve("practice"));
		Map<String, String> settings = new TreeMap<>(networks.settings());
		settings.put("server.port", String.valueOf(port));
		settings.put("spring.datasource.url", database);
		settings.put("spring.datasource.username", "postgres");
		settings.put("spring.datasource.password", "postgres");
		settings.put("channelkeeper.base-url", "http://localhost:" + port);
		settings.put("channelkeeper.mail.from", "channelkeeper@demo.example");
		// Many of its creators are at no practice network, which Check again would tell.
		settings.put("channelkeeper.connection.look-up.new-channels", "false");
		settings.put("channelkeeper.data-directory", TARGET.resolve("data").toString());
		settings.put("channelkeeper.encryption.keyset", "file:" + keyset());
		List<String> all = new ArrayList<>();
		settings.forEach((key, value) -> all.add("--" + key + "=" + value));
		all.addAll(List.of(args));
		boolean[] first = new boolean[1];
		SpringApplication application = new SpringApplication(ChannelkeeperApplication.class);
		application.addListeners(new StartCheck());
		application.addInitializers(DemoTypes::leaveTestsOut,
				(context) -> context.getBeanFactory().registerSingleton("clock", networks.clock()));
		// Before the setup link would be printed.
		application.addListeners((ApplicationListener<ApplicationStartedEvent>) (
				event) -> first[0] = DemoPeople.arrive(event.getApplicationContext().getBean(DemoOrganizations.class)));
		ConfigurableApplicationContext context = application.run(all.toArray(String[]::new));
		if (first[0]) {
			System.out.println("The demo's people walk through the practice networks. This takes half a minute, once.");
			new DemoCreators(context, networks, "http://localhost:" + port).arrive();
			Files.writeString(COMPLETE, "");
		}
		networks.pushes().sendTo("http://localhost:" + port);
		System.out.println(welcome(port, networks));
	}

	private static String welcome(int port, PracticeNetworks networks) {
		return """

				Channelkeeper's demo runs. Press Ctrl+C to stop it; what happens here is kept under target/.

				  Channelkeeper      http://localhost:%d
				  sign in as         admin@demo.example, manager@demo.example or marketer@demo.example
				  password           %s
				  Mailbox            %s/mailbox
				  Practice networks  %s/
				""".formatted(port, DemoPeople.PASSWORD, networks.baseUrl(), networks.baseUrl());
	}

	private static int number(ApplicationArguments wishes, String name, int usual) {
		List<String> values = wishes.getOptionValues(name);
		return (values != null && !values.isEmpty()) ? Integer.parseInt(values.getLast()) : usual;
	}

	private static Path keyset() throws IOException, GeneralSecurityException {
		Path file = TARGET.resolve("demo-keyset").toAbsolutePath();
		if (Files.notExists(file)) {
			Files.createDirectories(TARGET);
			Files.writeString(file, Sealer.newKeyset());
		}
		return file;
	}

}
