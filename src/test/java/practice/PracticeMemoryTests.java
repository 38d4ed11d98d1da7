package practice;

import java.nio.file.Path;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happened at the practice networks outlives their process, where a folder keeps it.
 */
class PracticeMemoryTests {

	@Test
	void takesUpMailsAndTokens(@TempDir Path folder) throws MessagingException {
		String dialog = "/facebook/dialog/oauth?response_type=code&client_id=practice-facebook&scope=pages_show_list"
				+ "&redirect_uri=http%3A%2F%2Flocalhost%2Fback";
		String token;
		try (PracticeNetworks networks = PracticeNetworks.start(0, folder)) {
			PracticeBrowser browser = new PracticeBrowser();
			String code = PracticeBrowser.code(browser.consent(networks.baseUrl() + dialog, "ana"));
			String answer = browser
				.get(networks.baseUrl() + "/facebook/graph/v25.0/oauth/access_token"
						+ "?client_id=practice-facebook&client_secret=practice-facebook-secret"
						+ "&redirect_uri=http%3A%2F%2Flocalhost%2Fback&code=" + code)
				.body();
			token = answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
			networks.facebook().changePassword("ben");
			networks.facebook().deletePage("20012");
			send(networks.smtpPort());
			String mail = browser.get(networks.baseUrl() + "/mailbox/1").body();
			assertThat(mail).contains("Ein Link für Zoë", "http://localhost/go?a=1&amp;b=2", "Hier entlang", "sandbox");
			assertThat(networks.mailbox().lastTo("zoe@example.org").orElseThrow().link("/go"))
				.isEqualTo("http://localhost/go?a=1&b=2");
		}
		try (PracticeNetworks networks = PracticeNetworks.start(0, folder)) {
			assertThat(networks.mailbox().mails()).singleElement()
				.satisfies((mail) -> assertThat(mail.subject()).isEqualTo("Ein Link für Zoë"));
			String pages = new PracticeBrowser()
				.get(networks.baseUrl() + "/facebook/graph/v25.0/me/accounts?access_token=" + token)
				.body();
			assertThat(pages).contains("Ana Kocht").doesNotContain("Bistro Ana");
			assertThat(networks.facebook().hasApp("ana")).isTrue();
		}
	}

	private static void send(int port) throws MessagingException {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(port);
		MimeMessage message = sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
		helper.setFrom("team@example.org");
		helper.setTo("zoe@example.org");
		helper.setSubject("Ein Link für Zoë");
		helper.setText("Hier: http://localhost/go?a=1&b=2.",
				"<p><a class=\"x\" href=\"http://localhost/go?a=1&amp;b=2\"><b>Hier</b> entlang</a></p>");
		sender.send(message);
	}

}
