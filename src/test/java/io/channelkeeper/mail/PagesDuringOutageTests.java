package io.channelkeeper.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * How many pages are opened in a time while a thousand mails wait for a mail server that
 * takes none, against the same while nobody is at work on mails; both in turn, so that
 * both meet the same machine.
 */
@ApplicationTest
@Tag("benchmarks")
class PagesDuringOutageTests {

	/** Pairs that are not counted, and those that are. */
	private static final int WARM_UP = 2;

	private static final int PAIRS = 9;

	private static final int PEOPLE = 4;

	/**
	 * What each of them does in one go; the last thing is to queue a mail. A server in
	 * trouble is asked anew every few seconds then, which is a hundred times as often as
	 * in an hour of it.
	 */
	private static final int PAGES = 25;

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	Mails mails;

	@Autowired
	PostOffice office;

	@Autowired
	JavaMailSenderImpl sender;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void leaveNothing() {
		this.sender.setPort(TestEnvironment.MAIL.getSmtp().getPort());
		this.jdbc.sql("delete from mail where kind = 'TEST'").update();
		open();
	}

	@ParameterizedTest
	@EnumSource(value = MoodySmtpServer.Mood.class, names = { "REFUSING", "HANGING", "SLOW_TO_GREET", "PUTTING_OFF" })
	@DisplayName("pages keep 95 % of their rate")
	void keepsTheRate(MoodySmtpServer.Mood mood) throws Exception {
		Viewer viewer = this.organizations.make("Bench");
		IntStream.range(0, 50)
			.forEach((at) -> this.rows.channel(viewer, this.rows.creator(viewer, "Creator " + at), "instagram",
					"handle" + at));
		List<Duration> quiet = new ArrayList<>();
		List<Duration> troubled = new ArrayList<>();
		try (MoodySmtpServer server = new MoodySmtpServer();
				ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			server.become(mood);
			this.sender.setPort(server.port());
			close();
			IntStream.range(0, 1_000).forEach((at) -> queue(viewer, at));
			for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
				boolean quietFirst = pair % 2 == 0;
				Duration first = open(quietFirst, viewer, server, people);
				Duration second = open(!quietFirst, viewer, server, people);
				if (pair >= WARM_UP) {
					quiet.add(quietFirst ? first : second);
					troubled.add(quietFirst ? second : first);
				}
			}
			System.out.printf("%s: %d connections to the mail server, nothing taken: %s%n", mood, server.visits(),
					server.taken().isEmpty());
		}
		double rate = rate(quiet, troubled);
		System.out.printf("%s: %d pages in %d ms, in %d ms meanwhile: %.1f %% of the rate%n", mood, PEOPLE * PAGES,
				median(quiet).toMillis(), median(troubled).toMillis(), rate * 100);
		assertThat(rate).isGreaterThanOrEqualTo(0.95);
	}

	private Duration open(boolean quiet, Viewer viewer, MoodySmtpServer server, ExecutorService people)
			throws Exception {
		close();
		server.dismiss();
		await().until(() -> server.guests() == 0);
		if (!quiet) {
			open();
			this.office.round();
		}
		return openPages(viewer, people);
	}

	/** The middle one of all pairs: what else the machine does changes within minutes. */
	private static double rate(List<Duration> quiet, List<Duration> troubled) {
		double[] rates = IntStream.range(0, quiet.size())
			.mapToDouble((pair) -> quiet.get(pair).toNanos() / (double) troubled.get(pair).toNanos())
			.sorted()
			.toArray();
		System.out.printf("Middle half of the pairs: %.1f to %.1f %%%n", rates[rates.length / 4] * 100,
				rates[rates.length * 3 / 4] * 100);
		return rates[rates.length / 2];
	}

	private Duration openPages(Viewer viewer, ExecutorService people) throws Exception {
		long begun = System.nanoTime();
		List<Callable<Boolean>> all = Collections.nCopies(PEOPLE, () -> openAll(viewer));
		for (Future<Boolean> one : people.invokeAll(all)) {
			assertThat(one.get()).isTrue();
		}
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private boolean openAll(Viewer viewer) throws Exception {
		for (int page = 1; page < PAGES; page++) {
			this.mvc.perform(get("/portfolio").with(this.organizations.signedIn(viewer))).andExpect(status().isOk());
		}
		queue(viewer, PAGES);
		return true;
	}

	private void queue(Viewer viewer, int at) {
		this.mails.queue(new MailDraft(viewer.organizationId(), "TEST", new EmailAddress("m" + at + "@example.com"),
				"Bench", null, Locale.ENGLISH, "sample",
				Map.of("subjectArguments", List.of("Bench", "@ana"), "name", "Ana", "link", "https://example.org")));
	}

	/** Nobody is at work on mails. */
	private void close() {
		this.jdbc.sql("update mail_gate set trouble_since = '2020-01-01', try_at = :far")
			.param("far", this.rows.instant().plus(Duration.ofMinutes(20)).atOffset(java.time.ZoneOffset.UTC))
			.update();
	}

	/** Everybody tries. */
	private void open() {
		this.jdbc.sql("update mail_gate set trouble_since = null, try_at = null, tries = 0, doubts = 0").update();
	}

	private static Duration median(List<Duration> durations) {
		return durations.stream().sorted().toList().get(durations.size() / 2);
	}

}
