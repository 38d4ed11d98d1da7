package practice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * A real SMTP server that keeps every mail it is handed.
 */
public final class Mailbox {

	/** As they came, the oldest first. */
	private final List<byte[]> mails = new CopyOnWriteArrayList<>();

	private final GreenMail server;

	private Mailbox(GreenMail server) {
		this.server = server;
	}

	static Mailbox start(int port) {
		GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		Mailbox mailbox = new Mailbox(server);
		UserManager users = server.getUserManager();
		users.setMessageDeliveryHandler((mail, address) -> {
			mailbox.put(raw(mail.getMessage()));
			return user(users, address.getEmail());
		});
		return mailbox;
	}

	public int smtpPort() {
		return this.server.getSmtp().getPort();
	}

	/** Every mail, the oldest first; a mail's number is its place, beginning with 1. */
	public List<ReceivedMail> mails() {
		List<ReceivedMail> read = new ArrayList<>();
		for (byte[] mail : this.mails) {
			try {
				read.add(ReceivedMail.read(read.size() + 1,
						new MimeMessage((Session) null, new ByteArrayInputStream(mail))));
			}
			catch (MessagingException | IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return read;
	}

	/** The newest mail to an address. */
	public Optional<ReceivedMail> lastTo(String address) {
		return mails().reversed().stream().filter((mail) -> mail.to().contains(address)).findFirst();
	}

	/** Throws all mails away. */
	public void empty() {
		this.mails.clear();
	}

	/** Every mail as it came, the oldest first. */
	List<byte[]> raw() {
		return List.copyOf(this.mails);
	}

	/** Adds a mail as it once came. */
	void put(byte[] mail) {
		this.mails.add(mail);
	}

	void stop() {
		this.server.stop();
	}

	private static byte[] raw(MimeMessage message) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			message.writeTo(bytes);
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	private static GreenMailUser user(UserManager users, String address) throws UserException {
		GreenMailUser user = users.getUserByEmail(address);
		return (user != null) ? user : users.createUser(address, address, address);
	}

}
