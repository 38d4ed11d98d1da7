package practice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import practice.facebook.FacebookLife;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The practice networks, running: a web server of their own with a control page, and an
 * SMTP server with a mailbox page.
 */
public final class PracticeNetworks implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private PracticeNetworks(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Starts them; port 0 takes any free one. */
	public static PracticeNetworks start(int port) {
		return run("--server.port=" + port);
	}

	/**
	 * Starts them so that they take up what happened before.
	 * @param memory the folder that keeps it
	 */
	public static PracticeNetworks start(int port, Path memory) {
		return run("--server.port=" + port, "--practice.memory=" + memory);
	}

	/**
	 * In a process of their own:
	 * {@code java … practice.PracticeNetworks [port] [smtp port]}.
	 */
	public static void main(String[] args) {
		PracticeNetworks networks = run("--server.port=" + ((args.length > 0) ? args[0] : "9090"),
				"--practice.smtp-port=" + ((args.length > 1) ? args[1] : "9025"));
		System.out.println("Practice networks: " + networks.baseUrl() + "  SMTP: " + networks.smtpPort());
	}

	private static PracticeNetworks run(String... settings) {
		List<String> all = new ArrayList<>(
				List.of("--spring.config.name=practice", "--spring.config.location=classpath:/practice/"));
		all.addAll(List.of(settings));
		return new PracticeNetworks(
				new SpringApplicationBuilder(PracticeConfiguration.class).web(WebApplicationType.SERVLET)
					.run(all.toArray(String[]::new)));
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public String baseUrl() {
		return "http://localhost:" + port();
	}

	public int smtpPort() {
		return mailbox().smtpPort();
	}

	/** The settings that point the application at these networks. */
	public Map<String, String> settings() {
		Map<String, String> settings = new TreeMap<>();
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", String.valueOf(smtpPort()));
		providers().forEach((provider) -> settings.putAll(provider.settings(baseUrl())));
		return settings;
	}

	/** What life does to the accounts at practice Facebook. */
	public FacebookLife facebook() {
		return this.context.getBean(FacebookLife.class);
	}

	/** What life does to the accounts of another provider. */
	public <T> T life(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Which network answers wrongly. */
	public Faults faults() {
		return this.context.getBean(Faults.class);
	}

	/** What they tell the application by themselves. */
	public Pushes pushes() {
		return this.context.getBean(Pushes.class);
	}

	public Books books() {
		return this.context.getBean(Books.class);
	}

	public Mailbox mailbox() {
		return this.context.getBean(Mailbox.class);
	}

	public PracticeClock clock() {
		return this.context.getBean(PracticeClock.class);
	}

	/** Everything as in the beginning, the mailbox too. */
	public void reset() {
		pushes().sendTo(null);
		providers().forEach(PracticeProvider::reset);
		faults().end();
		clock().reset();
		books().forgetCalls();
		mailbox().empty();
	}

	private List<PracticeProvider> providers() {
		return this.context.getBeanProvider(PracticeProvider.class).stream().toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
