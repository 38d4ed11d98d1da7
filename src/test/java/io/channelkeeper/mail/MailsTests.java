package io.channelkeeper.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ApplicationTest
class MailsTests {

	private static final String LINK = "https://channelkeeper.example/connect/abc";

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private final EmailAddress recipient = new EmailAddress(Ids.next() + "@example.com");

	@Test
	void arrivesInTwoFormsWithTheLinkInBoth() throws Exception {
		UUID id = this.mails.queue(draft("Ärzte GmbH"));

		MimeMessage mail = received();

		assertThat(mail.getSubject()).isEqualTo("Ärzte GmbH möchte @anakocht verbinden");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat((String) parts.getBodyPart(0).getContent()).contains("Hallo, Ana & Jo", LINK);
		assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		assertThat((String) parts.getBodyPart(1).getContent()).contains("lang=\"de\"", "Hallo, Ana &amp; Jo",
				"href=\"" + LINK + "\"", "Zwei Minuten", "Verschickt für Ärzte GmbH");
		assertThat(mail.getHeader("Message-ID")).containsExactly("<" + id + "@example.org>");
		assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("mia@example.org"));
		assertThat(mail.getHeader("Auto-Submitted")).isNull();
	}

	@Test
	void erasesWhatItSaidOnceHandedOver() {
		UUID id = this.mails.queue(draft("Bistro"));

		await().atMost(Duration.ofSeconds(10)).until(() -> state(id) == MailState.SENT);

		assertThat(this.jdbc.sql("select content from mail where id = :id").param("id", id).query().singleRow())
			.containsEntry("content", null);
	}

	@Test
	void namesTheSenderWithoutTricks() throws Exception {
		this.mails.queue(draft("Evil\r\nBcc: all@example.com\u202Egro\u200B.knab"));

		MimeMessage mail = received();

		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Evil Bcc: all@example.comgro.knab");
		assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("channelkeeper@example.org");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).doesNotContain("\u202E");
	}

	@Test
	void marksWhatTheClockSent() throws Exception {
		this.mails.queue(draft("Bistro").byItself());

		assertThat(received().getHeader("Auto-Submitted")).containsExactly("auto-generated");
	}

	@Test
	@DisplayName("RFC 8058: names the address that ends mails of its kind, in both headers and both forms")
	void offersToUnsubscribe() throws Exception {
		String address = "https://channelkeeper.example/unsubscribe/" + "x".repeat(43);

		this.mails.queue(draft("Bistro").unsubscribable(URI.create(address)).byItself());

		MimeMessage mail = received();
		assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + address + ">");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat((String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent())
			.contains("href=\"" + address + "\"", ">E-Mails wie diese abbestellen<");
	}

	@Test
	void offersNothingWhereThereIsNoChoice() throws Exception {
		this.mails.queue(draft("Bistro").byItself());

		MimeMessage mail = received();
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
		assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
		assertThat((String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent())
			.doesNotContain("abbestellen");
	}

	@Test
	void keepsTheLinkSealedWhileItWaits() {
		byte[] content = this.transaction.execute((status) -> {
			UUID id = this.mails.queue(draft("Bistro"));
			return this.jdbc.sql("select content from mail where id = :id")
				.param("id", id)
				.query(byte[].class)
				.single();
		});

		assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("connect");
	}

	@Test
	void sendsNothingOfWhatWasRolledBack() {
		UUID id = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return this.mails.queue(draft("Bistro"));
		});

		assertThat(this.mails.states(List.of(id))).isEmpty();
		assertThat(inbox()).isEmpty();
	}

	private MailDraft draft(String organization) {
		return new MailDraft(null, "TEST", this.recipient, organization, new EmailAddress("mia@example.org"),
				Locale.GERMAN, "sample",
				Map.of("subjectArguments", List.of(organization, "@anakocht"), "name", "Ana & Jo", "link", LINK));
	}

	private MailState state(UUID id) {
		return Tenancy.everywhere(() -> this.mails.state(id));
	}

	private MimeMessage received() {
		await().atMost(Duration.ofSeconds(10)).until(() -> !inbox().isEmpty());
		return inbox().getFirst();
	}

	private List<MimeMessage> inbox() {
		return Arrays.stream(TestEnvironment.MAIL.getReceivedMessagesForDomain(this.recipient.value())).toList();
	}

}
