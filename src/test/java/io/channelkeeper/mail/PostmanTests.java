package io.channelkeeper.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.mail.MoodySmtpServer.Mood;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of one mail.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostmanTests {

	private static final Instant NOW = MailRoom.BEGIN;

	@Autowired
	ApplicationContext application;

	private MailRoom room;

	private MailCounter counter;

	private String ana;

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
		this.ana = "ana" + Ids.next() + "@example.com";
	}

	@Test
	void waitsLongerAfterEachTemporaryRefusal() {
		this.room.server.answer(this.ana, "451 4.7.1 greylisted");
		UUID id = this.room.queue(this.ana);
		Instant first = this.room.clock.instant();

		this.counter.serve();
		assertThat(this.room.row(id).dueAt()).isBetween(first.plusSeconds(60), first.plusSeconds(75));
		assertThat(this.room.row(id).error()).contains("451 4.7.1 greylisted");
		assertThat(this.counter.serve().mail()).isNull();
		this.room.clock.move(Duration.ofSeconds(75));
		this.counter.serve();

		Instant second = this.room.clock.instant();
		assertThat(this.room.row(id).state()).isEqualTo(MailState.QUEUED);
		assertThat(this.room.row(id).dueAt()).isBetween(second.plusSeconds(300), second.plusSeconds(375));
	}

	@Test
	@DisplayName("two that were put off together do not come back together")
	void pausesAreNeverEqual() {
		assertThat(java.util.stream.Stream.generate(() -> MailPauses.ofMail(2)).limit(50).distinct())
			.hasSizeGreaterThan(10);
	}

	@Test
	void givesUpWhenRefusedForGood() {
		this.room.server.answer(this.ana, "550 5.1.1 no such user");
		UUID id = this.room.queue(this.ana);

		this.counter.serve();

		assertThat(this.room.row(id).state()).isEqualTo(MailState.REFUSED);
		assertThat(this.room.row(id).erased()).isTrue();
		assertThat(this.room.row(id).error()).contains("550 5.1.1 no such user");
	}

	@Test
	@DisplayName("a server that relays nothing just now means us, not the recipient: the mail waits")
	void waitsWhereNothingIsRelayed() {
		this.room.server.answer(this.ana, "554 5.7.1 <ana@example.org>: Relay access denied");
		UUID id = this.room.queue(this.ana);

		this.counter.serve();

		assertThat(this.room.row(id).state()).isEqualTo(MailState.QUEUED);
		assertThat(this.room.told).isEmpty();
	}

	@Test
	void tellsWhoseMailWasRefused() {
		UUID organization = organization();
		this.room.server.answer(this.ana, "550 5.1.1 no such user");
		UUID id = this.room.queue(this.ana, organization);

		this.counter.serve();

		assertThat(this.room.told).containsExactly(new MailRefused(organization, id));
	}

	@Test
	@DisplayName("a server that leaves before it said that it took the mail gets it again, as the same one")
	void repeatsUnderTheSameName() throws Exception {
		UUID id = this.room.queue(this.ana);
		this.room.server.become(Mood.LEAVING_AT_DATA);
		this.counter.serve();
		this.room.server.become(Mood.WELL);
		this.room.clock.move(Duration.ofMinutes(2));
		this.counter.serve();

		assertThat(this.room.server.taken().stream().filter((taken) -> taken.recipient().equals(this.ana)))
			.extracting(MoodySmtpServer.Taken::messageId)
			.containsExactly("<" + id + "@example.org>", "<" + id + "@example.org>");
		assertThat(this.room.row(id).state()).isEqualTo(MailState.SENT);
	}

	@Test
	@DisplayName("a mail that was taken is not sent again because the server does not say goodbye")
	void needsNoGoodbye() throws Exception {
		UUID id = this.room.queue(this.ana);
		this.room.server.become(Mood.SILENT_AT_THE_END);

		this.counter.serve();

		assertThat(this.room.row(id).state()).isEqualTo(MailState.SENT);
	}

	@Test
	@DisplayName("what a process was sending that has ended is sent after two looks")
	void takesBackWhatADeadSenderHeld() {
		UUID id = this.room.queue(this.ana);
		MailStore store = this.room.store();
		store.claim();
		this.room.jdbc.sql("update mail set owner = :gone").param("gone", Ids.next().toString()).update();

		assertThat(store.revive()).isZero();
		assertThat(store.revive()).isEqualTo(1);
		assertThat(this.room.row(id).state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	@DisplayName("what a living process holds longer than one attempt can take is sent")
	void takesBackWhatWasForgotten() {
		UUID id = this.room.queue(this.ana);
		MailStore store = this.room.store();
		store.claim();

		this.room.clock.move(Duration.ofMinutes(14));
		store.revive();
		assertThat(this.room.row(id).state()).isEqualTo(MailState.SENDING);

		this.room.clock.move(Duration.ofMinutes(1));
		store.revive();
		assertThat(this.room.row(id).state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	void oneMailIsTakenByOneSenderOnly() {
		this.room.queue(this.ana);

		assertThat(this.room.store().claim()).isPresent();
		assertThat(this.room.store().claim()).isEmpty();
	}

	private UUID organization() {
		UUID id = Ids.next();
		this.room.jdbc.sql("""
				insert into organization (id, version, name, language, time_zone, created_at)
				values (:id, 0, 'Bistro', 'en', 'UTC', :now)""")
			.param("id", id)
			.param("now", java.sql.Timestamp.from(NOW))
			.update();
		return id;
	}

}
