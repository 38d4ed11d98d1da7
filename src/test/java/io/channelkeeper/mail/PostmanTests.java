package io.channelkeeper.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mails of these tests are due far in the future, so that the application's own
 * rounds leave them alone.
 */
@ApplicationTest
@RecordApplicationEvents
class PostmanTests {

	private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MailSeal seal;

	@Autowired
	MailPacker packer;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TestOrganizations organizations;

	@Test
	void waitsLongerAfterEachTemporaryRefusal() throws IOException {
		try (GrumpySmtpServer server = new GrumpySmtpServer("451 4.7.1 greylisted")) {
			UUID id = queued();

			assertThat(postman(server.port(), NOW).send(id)).contains(MailDelivery.LATER);
			assertThat(row(id)).containsEntry("state", "QUEUED").containsEntry("due", "2100-01-01T00:01:00Z");
			assertThat(postman(server.port(), NOW).send(id)).isEmpty();
			assertThat(postman(server.port(), NOW.plusSeconds(60)).send(id)).contains(MailDelivery.LATER);
			assertThat(row(id)).containsEntry("due", "2100-01-01T00:06:00Z");
			assertThat(error(id)).contains("451 4.7.1 greylisted");
		}
	}

	@Test
	void givesUpWhenRefusedForGood() throws IOException {
		try (GrumpySmtpServer server = new GrumpySmtpServer("550 5.1.1 no such user")) {
			UUID id = queued();

			assertThat(postman(server.port(), NOW).send(id)).contains(MailDelivery.REFUSED);

			assertThat(row(id)).containsEntry("state", "REFUSED").containsEntry("content", null);
			assertThat(error(id)).contains("550 5.1.1 no such user");
		}
	}

	@Test
	void tellsWhoseMailWasRefused(ApplicationEvents told) throws IOException {
		UUID organization = this.organizations.make("Bistro").organizationId();
		try (GrumpySmtpServer server = new GrumpySmtpServer("550 5.1.1 no such user")) {
			UUID id = queued(organization);

			postman(server.port(), NOW).send(id);

			assertThat(told.stream(MailRefused.class)).containsExactly(new MailRefused(organization, id));
		}
	}

	@Test
	void keepsTheMailWhileNoServerAnswers() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		UUID id = queued();

		assertThat(postman(port, NOW).send(id)).contains(MailDelivery.UNREACHABLE);

		assertThat(row(id)).containsEntry("state", "QUEUED");
		assertThat(row(id).get("content")).isNotNull();
	}

	@Test
	void takesBackWhatADeadSenderHeld() {
		UUID id = queued();
		store(NOW).claim(id);
		assertThat(row(id)).containsEntry("state", "SENDING");

		store(NOW.plus(Duration.ofMinutes(9))).revive();
		assertThat(row(id)).containsEntry("state", "SENDING");

		store(NOW.plus(Duration.ofMinutes(10))).revive();
		assertThat(row(id)).containsEntry("state", "QUEUED");
	}

	@Test
	void oneMailIsTakenByOneSenderOnly() {
		UUID id = queued();

		assertThat(store(NOW).claim(id)).isPresent();
		assertThat(store(NOW).claim(id)).isEmpty();
	}

	private UUID queued() {
		return queued(null);
	}

	private UUID queued(@Nullable UUID organization) {
		UUID id = Ids.next();
		MailDraft draft = new MailDraft(organization, "TEST", new EmailAddress("ana@example.com"), null, null,
				Locale.ENGLISH, "sample", Map.of());
		byte[] content = this.seal.close(new MailContent(null, null, "en", false, null, "<p>Hello</p>", "Hello"),
				organization, id);
		store(NOW).add(id, draft, "Hello", content);
		return id;
	}

	private Map<String, @Nullable Object> row(UUID id) {
		return this.jdbc.sql("""
				select state, content, error, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') due
				from mail where id = :id""").param("id", id).query().listOfRows().getFirst();
	}

	private String error(UUID id) {
		return this.jdbc.sql("select error from mail where id = :id").param("id", id).query(String.class).single();
	}

	private MailStore store(Instant now) {
		return new MailStore(this.jdbc, Clock.fixed(now, ZoneOffset.UTC));
	}

	private Postman postman(int port, Instant now) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(port);
		MailStore store = store(now);
		return new Postman(store, this.seal, this.packer, sender, new MailRefusals(store, this.events));
	}

}
