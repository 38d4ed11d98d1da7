package io.channelkeeper.mail;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

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
 * takes none, against the same while nobody is at work on mails. Both in short turns, the
 * one before and after the other, so that both meet the same machine; how far that is
 * from the truth is told by comparing with itself the time without an outage.
 */
@ApplicationTest
@Tag("benchmarks")
class PagesDuringOutageTests {

	/** Until so many times in a row hardly differ, but not for ever. */
	private static final int STEADY = 3;

	private static final int WARM_UP = 15;

	/** Each of four blocks: quiet, troubled, troubled, quiet, or the other way round. */
	private static final int ROUNDS = 6;

	/**
	 * How many pages all people together open in a block. A server in trouble is asked
	 * anew at the begin of each, which is a hundred times as often as in an hour of it.
	 */
	private static final int PAGES = 60;

	/** After so many pages somebody queues a mail. */
	private static final int PAGES_A_MAIL = 20;

	/** One for each core, so that nobody waits for another one. */
	private static final int PEOPLE = Runtime.getRuntime().availableProcessors();

	private static final OperatingSystemMXBean PROCESS = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final Logger LOGS = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

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

	/** As at work: what other tests read of what was done would take most of the time. */
	@BeforeEach
	void writeLessDown() {
		LOGS.setLevel(Level.INFO);
	}

	@AfterEach
	void leaveNothing() {
		LOGS.setLevel(Level.DEBUG);
		this.sender.setPort(TestEnvironment.MAIL.getSmtp().getPort());
		this.jdbc.sql("delete from mail where kind = 'TEST'").update();
		open();
	}

	@ParameterizedTest
	@EnumSource(value = MoodySmtpServer.Mood.class,
			names = { "WELL", "REFUSING", "HANGING", "SLOW_TO_GREET", "PUTTING_OFF" })
	@DisplayName("pages keep 95 % of their rate")
	void keepsTheRate(MoodySmtpServer.Mood mood) throws Exception {
		Viewer viewer = this.organizations.make("Bench");
		IntStream.range(0, 50)
			.forEach((at) -> this.rows.channel(viewer, this.rows.creator(viewer, "Creator " + at), "instagram",
					"handle" + at));
		List<Double> rates = new ArrayList<>();
		List<Double> work = new ArrayList<>();
		try (MoodySmtpServer server = new MoodySmtpServer();
				ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
			server.become(mood);
			this.sender.setPort(server.port());
			close();
			IntStream.range(0, 1_000).forEach((at) -> queue(viewer, at));
			warmUp(viewer, server, people);
			boolean outage = mood != MoodySmtpServer.Mood.WELL;
			for (int round = 0; round < ROUNDS; round++) {
				boolean quietOutside = round % 2 == 0;
				Block before = open(!quietOutside && outage, viewer, server, people);
				Block inside = open(quietOutside && outage, viewer, server, people)
					.and(open(quietOutside && outage, viewer, server, people));
				Block outside = before.and(open(!quietOutside && outage, viewer, server, people));
				Block quiet = quietOutside ? outside : inside;
				Block troubled = quietOutside ? inside : outside;
				rates.add(quiet.took() / (double) troubled.took());
				work.add(quiet.worked() / (double) troubled.worked());
			}
			System.out.printf("%s: %d connections to the mail server, nothing taken: %s%n", mood, server.visits(),
					server.taken().isEmpty());
		}
		System.out.printf("%s: %.1f %% of the rate, middle half of the rounds %.1f to %.1f %%; by work %.1f %%%n", mood,
				part(rates, 0.5), part(rates, 0.25), part(rates, 0.75), part(work, 0.5));
		assertThat(part(rates, 0.5)).isGreaterThanOrEqualTo(95);
	}

	private void warmUp(Viewer viewer, MoodySmtpServer server, ExecutorService people) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int block = 0; block < WARM_UP; block++) {
			times.add(open(false, viewer, server, people).took());
			List<Long> last = times.subList(Math.max(times.size() - STEADY, 0), times.size());
			if (last.size() == STEADY && Collections.min(last) > 0.97 * Collections.max(last)) {
				break;
			}
		}
		System.out.printf("%d pages in %d ms, then in %d ms%n", PAGES, times.getFirst() / 1_000_000,
				times.getLast() / 1_000_000);
	}

	/** What was begun before is over, and paid for. */
	private Block open(boolean troubled, Viewer viewer, MoodySmtpServer server, ExecutorService people)
			throws Exception {
		close();
		server.dismiss();
		await().until(() -> server.guests() == 0 && this.jdbc.sql("select count(*) from mail where state = 'SENDING'")
			.query(Integer.class)
			.single() == 0);
		System.gc();
		if (troubled) {
			tryNow();
			this.office.round();
		}
		return openPages(viewer, people);
	}

	private Block openPages(Viewer viewer, ExecutorService people) throws Exception {
		AtomicInteger pages = new AtomicInteger();
		long worked = PROCESS.getProcessCpuTime();
		long begun = System.nanoTime();
		List<Callable<Boolean>> all = Collections.nCopies(PEOPLE, () -> openSome(viewer, pages));
		for (Future<Boolean> one : people.invokeAll(all)) {
			assertThat(one.get()).isTrue();
		}
		return new Block(System.nanoTime() - begun, PROCESS.getProcessCpuTime() - worked);
	}

	private boolean openSome(Viewer viewer, AtomicInteger pages) throws Exception {
		for (int page = pages.incrementAndGet(); page <= PAGES; page = pages.incrementAndGet()) {
			this.mvc.perform(get("/portfolio").with(this.organizations.signedIn(viewer))).andExpect(status().isOk());
			if (page % PAGES_A_MAIL == 0) {
				queue(viewer, page);
			}
		}
		return true;
	}

	/** How much that part of all values is below, in percent. */
	private static double part(List<Double> values, double share) {
		return values.stream().sorted().toList().get((int) (values.size() * share)) * 100;
	}

	private void queue(Viewer viewer, int at) {
		this.mails.queue(new MailDraft(viewer.organizationId(), "TEST", new EmailAddress("m" + at + "@example.com"),
				"Bench", null, Locale.ENGLISH, "sample",
				Map.of("subjectArguments", List.of("Bench", "@ana"), "name", "Ana", "link", "https://example.org")));
	}

	/** Nobody is at work on mails. */
	private void close() {
		this.jdbc.sql("update mail_gate set trouble_since = '2020-01-01', try_at = :far")
			.param("far", this.rows.instant().plus(Duration.ofMinutes(20)).atOffset(ZoneOffset.UTC))
			.update();
	}

	/** It has taken none for an hour, and its next try is due. */
	private void tryNow() {
		this.jdbc.sql("update mail_gate set trouble_since = :since, try_at = :now, tries = 5")
			.param("since", this.rows.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
			.param("now", this.rows.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Nothing is known against it. */
	private void open() {
		this.jdbc.sql("update mail_gate set trouble_since = null, try_at = null, tries = 0, doubts = 0").update();
	}

	/**
	 * What it takes to open some pages, in nanoseconds.
	 *
	 * @param took how long
	 * @param worked for how long this process was at work, on all cores together
	 */
	private record Block(long took, long worked) {

		Block and(Block other) {
			return new Block(this.took + other.took, this.worked + other.worked);
		}

	}

}
