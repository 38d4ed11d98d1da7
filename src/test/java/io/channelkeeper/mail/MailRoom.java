package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.channelkeeper.TestEnvironment;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.ProcessRegister;

/**
 * Everything that sends mails on a database of its own, where nobody else sends any, with
 * a clock that is moved and a mail server that has moods.
 */
final class MailRoom implements AutoCloseable {

	static final Instant BEGIN = Instant.parse("2030-01-01T08:00:00Z");

	final MoodySmtpServer server = new MoodySmtpServer();

	final HikariDataSource database = new HikariDataSource();

	final JdbcClient jdbc = JdbcClient.create(this.database);

	final MovedClock clock = new MovedClock();

	/** What the application was told. */
	final List<Object> told = new CopyOnWriteArrayList<>();

	private final ApplicationContext application;

	MailRoom(ApplicationContext application) throws java.io.IOException {
		this.application = application;
		this.database.setJdbcUrl(TestEnvironment.newDatabase());
		this.database.setUsername("postgres");
		this.database.setPassword("postgres");
		this.database.setMaximumPoolSize(12);
		Flyway.configure().dataSource(this.database).outOfOrder(true).load().migrate();
	}

	/** One process: its counters share this room's database with those of others. */
	MailCounter counter(int perMinute) {
		MailStore store = store();
		MailProperties properties = new MailProperties(new EmailAddress("channelkeeper@example.org"), perMinute);
		Postman postman = new Postman(store, this.application.getBean(MailSeal.class),
				new MailPacker(properties, this.clock), sender(), new MailRefusals(store, this.told::add), this.clock);
		return new MailCounter(new MailGate(this.jdbc, this.clock, properties), store, postman,
				new JdbcTransactionManager(this.database), this.clock);
	}

	MailStore store() {
		return new MailStore(this.jdbc, this.clock, this.application.getBean(ProcessRegister.class));
	}

	/** What all processes know. */
	MailGate.State gate() {
		return new MailGate(this.jdbc, this.clock, new MailProperties(new EmailAddress("channelkeeper@example.org"), 0))
			.state();
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(this.server.port());
		Properties limits = sender.getJavaMailProperties();
		limits.setProperty("mail.smtp.connectiontimeout", "500");
		limits.setProperty("mail.smtp.timeout", "500");
		return sender;
	}

	UUID queue(String recipient) {
		return queue(recipient, null);
	}

	UUID queue(String recipient, @Nullable UUID organization) {
		UUID id = Ids.next();
		MailDraft draft = new MailDraft(organization, "TEST", new EmailAddress(recipient), null, null, Locale.ENGLISH,
				"sample", Map.of());
		byte[] content = this.application.getBean(MailSeal.class)
			.close(new MailContent(null, null, "en", false, null, "<p>Hello</p>", "Hello"), organization, id);
		store().add(id, draft, "Hello", content);
		return id;
	}

	/** Serves until nothing is left to do; how many mails were tried. */
	static int drain(MailCounter counter) {
		int tried = 0;
		while (counter.serve().mail() != null) {
			tried++;
		}
		return tried;
	}

	Row row(UUID id) {
		return this.jdbc
			.sql("select state, due_at, attempts, error, content is null as erased from mail where id = :id")
			.param("id", id)
			.query((row, number) -> new Row(MailState.valueOf(row.getString("state")),
					row.getTimestamp("due_at").toInstant(), row.getInt("attempts"), row.getString("error"),
					row.getBoolean("erased")))
			.single();
	}

	List<UUID> takenIds() {
		return this.server.taken().stream().map((taken) -> id(taken.messageId())).toList();
	}

	/** Nothing waits, and the server is well. */
	void clear() throws java.io.IOException {
		this.jdbc.sql("delete from mail").update();
		this.jdbc.sql("delete from mail_gate").update();
		this.jdbc.sql("insert into mail_gate default values").update();
		this.server.become(MoodySmtpServer.Mood.WELL);
		this.told.clear();
	}

	private static UUID id(String messageId) {
		return UUID.fromString(messageId.substring(1, messageId.indexOf('@')));
	}

	@Override
	public void close() throws java.io.IOException {
		this.server.close();
		this.database.close();
	}

	/**
	 * How a mail stands.
	 *
	 * @param state its state
	 * @param dueAt when it is due
	 * @param attempts how often it was tried
	 * @param error what the server said, or null
	 * @param erased whether its content is gone
	 */
	record Row(MailState state, Instant dueAt, int attempts, @Nullable String error, boolean erased) {
	}

	/** Stands still unless it is moved. */
	static final class MovedClock extends Clock {

		private volatile Instant now = BEGIN;

		void move(Duration length) {
			this.now = this.now.plus(length);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

	}

}
