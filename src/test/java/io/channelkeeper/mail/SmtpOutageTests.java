package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.mail.MoodySmtpServer.Mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happens to mails while the mail server takes none, or not all. Time is moved as
 * rounds would see it.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpOutageTests {

	private static final Duration ROUND = Duration.ofSeconds(30);

	@Autowired
	ApplicationContext application;

	private MailRoom room;

	private MailCounter counter;

	private int begun;

	@BeforeAll
	void open() throws Exception {
		this.room = new MailRoom(this.application);
		this.counter = this.room.counter(0);
	}

	@AfterAll
	void close() throws Exception {
		this.room.close();
	}

	@BeforeEach
	void clear() throws Exception {
		this.room.clear();
		this.begun = this.room.server.taken().size();
	}

	@ParameterizedTest
	@EnumSource(value = Mood.class,
			names = { "REFUSING", "HANGING", "SLOW_TO_GREET", "BUSY", "AGAINST_SENDER", "PUTTING_OFF",
					"SILENT_AT_DATA" })
	@DisplayName("an hour without mail server: then every mail once, the oldest first")
	void keepsEverythingForAnHour(Mood mood) throws Exception {
		List<UUID> queued = new ArrayList<>();
		this.room.server.become(mood);
		int tries = 0;
		List<Instant> moments = new ArrayList<>();
		for (int round = 0; round < 120; round++) {
			if (round % 4 == 0) {
				queued.add(this.room.queue("member" + round + "@example.com"));
			}
			int tried = MailRoom.drain(this.counter);
			tries += tried;
			if (tried > 0) {
				moments.add(this.room.clock.instant());
			}
			this.room.clock.move(ROUND);
		}
		assertThat(taken()).isEmpty();

		this.room.server.become(Mood.WELL);
		int waited = 0;
		while (MailRoom.drain(this.counter) == 0) {
			this.room.clock.move(ROUND);
			waited++;
		}

		System.out.printf("%s for an hour: %d tries in %d rounds, last pause %s, %d mails out %s after it was over%n",
				mood, tries, moments.size(), Duration.between(moments.get(moments.size() - 2), moments.getLast()),
				taken().size(), ROUND.multipliedBy(waited));
		assertThat(taken()).containsExactlyElementsOf(queued);
		assertThat(tries).isLessThan(25);
		assertThat(waited).isLessThan(40);
		assertThat(Duration.between(moments.get(moments.size() - 2), moments.getLast()))
			.isGreaterThan(Duration.between(moments.get(0), moments.get(1)));
		assertThat(this.room.jdbc.sql("select count(*) from mail where state = 'SENT' and sent_at is not null")
			.query(Integer.class)
			.single()).isEqualTo(queued.size());
	}

	@Test
	@DisplayName("one recipient refused and one put off: everybody else gets the mail at once, nobody waits")
	void oneRecipientBlocksNobody() {
		this.room.server.answer("gone@example.com", "550 5.1.1 no such user");
		this.room.server.answer("busy@example.com", "451 4.2.2 mailbox busy");
		UUID gone = this.room.queue("gone@example.com");
		UUID busy = this.room.queue("busy@example.com");
		List<UUID> others = IntStream.range(0, 20)
			.mapToObj((at) -> this.room.queue("m" + at + "@example.com"))
			.toList();

		MailRoom.drain(this.counter);

		assertThat(taken()).containsExactlyElementsOf(others);
		assertThat(this.room.row(gone).state()).isEqualTo(MailState.REFUSED);
		assertThat(this.room.row(busy).state()).isEqualTo(MailState.QUEUED);
		assertThat(this.room.gate().isTroubled()).isFalse();
		this.room.server.forgive("busy@example.com");
		this.room.clock.move(Duration.ofMinutes(2));
		MailRoom.drain(this.counter);
		assertThat(taken()).hasSize(21).endsWith(busy);
	}

	@Test
	@DisplayName("the oldest mail may be what the server dislikes: the newest shows that it is well again")
	void oneMailKeepsNoGateClosed() throws Exception {
		this.room.server.answer("always@example.com", "451 4.7.1 not you");
		UUID disliked = this.room.queue("always@example.com");
		this.room.server.become(Mood.REFUSING);
		MailRoom.drain(this.counter);
		List<UUID> others = IntStream.range(0, 5).mapToObj((at) -> this.room.queue("n" + at + "@example.com")).toList();
		this.room.server.become(Mood.WELL);
		this.room.clock.move(Duration.ofMinutes(2));

		MailRoom.drain(this.counter);

		assertThat(taken()).containsExactlyInAnyOrderElementsOf(others);
		assertThat(this.room.row(disliked).state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	@DisplayName("while it is known to take nothing, queued mails ask nobody")
	void asksNobodyInBetween() throws Exception {
		this.room.server.become(Mood.BUSY);
		this.room.queue("first@example.com");
		MailRoom.drain(this.counter);
		int visits = this.room.server.visits();

		IntStream.range(0, 50).forEach((at) -> this.room.queue("more" + at + "@example.com"));
		MailRoom.drain(this.room.counter(0));

		assertThat(this.room.server.visits()).isEqualTo(visits);
		assertThat(this.room.gate().error()).contains("421");
	}

	@Test
	@DisplayName("after four days without mail server mails are given up, and whose they are is told")
	void givesUpAfterDays() throws Exception {
		this.room.server.become(Mood.REFUSING);
		UUID old = this.room.queue("old@example.com");
		MailRoom.drain(this.counter);
		this.room.clock.move(Duration.ofDays(4).plusMinutes(5));
		UUID young = this.room.queue("young@example.com");

		this.counter.giveUp();
		assertThat(this.room.row(old).state()).as("not tried lately").isEqualTo(MailState.QUEUED);
		MailRoom.drain(this.counter);
		this.counter.giveUp();

		assertThat(this.room.row(old).state()).isEqualTo(MailState.REFUSED);
		assertThat(this.room.row(young).state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	@DisplayName("a clock that is set back holds no mail")
	void standsAClockSetBack() throws Exception {
		this.room.server.become(Mood.REFUSING);
		UUID id = this.room.queue("early@example.com");
		this.room.clock.move(Duration.ofDays(3));
		MailRoom.drain(this.counter);
		this.room.server.become(Mood.WELL);
		this.room.clock.move(Duration.ofDays(-3));

		MailRoom.drain(this.counter);

		assertThat(taken()).containsExactly(id);
	}

	@Test
	@DisplayName("no connection to the database is held while the mail server hangs")
	void holdsNoConnection() throws Exception {
		this.room.server.become(Mood.HANGING);
		IntStream.range(0, 20).forEach((at) -> this.room.queue("h" + at + "@example.com"));
		PostOffice office = new PostOffice(this.counter, this.room.store(), Clock.systemUTC());

		office.round();

		await().until(() -> this.room.server.guests() == 4);
		assertThat(this.room.database.getHikariPoolMXBean().getActiveConnections()).isZero();
		office.close();
		assertThat(this.room.jdbc.sql("select count(*) from mail where state = 'QUEUED'").query(Integer.class).single())
			.as("put back before it closed")
			.isEqualTo(20);
	}

	private List<UUID> taken() {
		List<UUID> all = this.room.takenIds();
		return all.subList(this.begun, all.size());
	}

}
