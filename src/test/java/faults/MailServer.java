package faults;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;

/**
 * A mail server that is stopped and started, and writes down what it takes.
 */
final class MailServer implements AutoCloseable {

	private static final String EVERYBODY = "all@example.com";

	private final int port;

	private final Map<Taken, Integer> taken = new ConcurrentHashMap<>();

	private GreenMail server;

	MailServer(int port) {
		this.port = port;
		this.server = started();
	}

	private GreenMail started() {
		GreenMail mail = new GreenMail(new ServerSetup(this.port, "localhost", ServerSetup.PROTOCOL_SMTP));
		UserManager users = mail.getUserManager();
		GreenMailUser everybody = mail.setUser(EVERYBODY, EVERYBODY, "secret");
		users.setMessageDeliveryHandler((message, recipient) -> take(message, recipient, everybody));
		mail.start();
		return mail;
	}

	private GreenMailUser take(MovingMessage message, MailAddress recipient, GreenMailUser user)
			throws MessagingException, UserException {
		String id = message.getMessage().getMessageID();
		this.taken.merge(new Taken(recipient.getEmail(), UUID.fromString(id.substring(1, id.indexOf('@')))), 1,
				Integer::sum);
		return user;
	}

	void stop() {
		this.server.stop();
	}

	void start() {
		this.server = started();
	}

	/** How often it took each mail. */
	Map<Taken, Integer> taken() {
		return Map.copyOf(this.taken);
	}

	@Override
	public void close() {
		this.server.stop();
	}

	/**
	 * A mail that it took.
	 *
	 * @param recipient to whom
	 * @param mail the row that its Message-ID names
	 */
	record Taken(String recipient, UUID mail) {
	}

}
