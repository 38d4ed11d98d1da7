package io.channelkeeper.connection.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.KeyDesk;
import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.SenderService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.BaseUrl;

/**
 * What an installation needs besides its networks: TLS, the right time, mails that
 * arrive.
 */
@Component
class InstallationChecks {

	/** Tokens and signatures tolerate no more. */
	private static final long MOST_SECONDS = 60;

	private final BaseUrl baseUrl;

	private final NetworkDesk desk;

	private final KeyDesk keys;

	private final OrganizationService organizations;

	private final SenderService senders;

	private final MessageSource messages;

	InstallationChecks(BaseUrl baseUrl, NetworkDesk desk, KeyDesk keys, OrganizationService organizations,
			SenderService senders, MessageSource messages) {
		this.baseUrl = baseUrl;
		this.desk = desk;
		this.keys = keys;
		this.organizations = organizations;
		this.senders = senders;
		this.messages = messages;
	}

	InstallationView view(Viewer viewer) {
		Long ahead = this.desk.clockAheadSeconds().orElse(null);
		return new InstallationView(this.baseUrl.root().toString(), this.baseUrl.https(), isHere(), ahead,
				ahead != null && Math.abs(ahead) > MOST_SECONDS, this.organizations.testMailSent(), viewer.email(),
				this.keys.view(viewer));
	}

	/** Sends it, and says so. */
	String sendTestMail(Viewer viewer, Locale language) {
		this.organizations.sendTestMail(viewer);
		return this.messages.getMessage("connection.networks.mail.sent", new Object[] { viewer.email() }, language);
	}

	/**
	 * Message keys of what the sender's domain says, by what was asked; a session keeps
	 * them.
	 */
	Map<String, String> sender(Viewer viewer) {
		SenderService.SenderReport report = this.senders.look(viewer);
		Map<String, String> found = new TreeMap<>();
		found.put("domain", report.domain());
		found.put("spf", word(report.spf()));
		found.put("dkim", word(report.signingKeys()));
		found.put("dmarc", word(report.dmarc()));
		return found;
	}

	private static String word(Optional<Boolean> found) {
		return found.map((there) -> there ? "found" : "missing").orElse("unknown");
	}

	/** A machine that only its owner reaches needs no TLS. */
	private boolean isHere() {
		String host = this.baseUrl.root().getHost();
		return "localhost".equals(host) || "127.0.0.1".equals(host);
	}

	/**
	 * What the page says.
	 *
	 * @param baseUrl the public address
	 * @param https whether it is reached over TLS
	 * @param local whether it is this machine's own
	 * @param clockAhead seconds that our clock is ahead of the networks', or null
	 * @param clockWrong whether that is too much
	 * @param mailArrived whether a test mail was handed over
	 * @param recipient where a test mail goes
	 * @param keys how the keys stand
	 */
	record InstallationView(String baseUrl, boolean https, boolean local, @Nullable Long clockAhead, boolean clockWrong,
			boolean mailArrived, String recipient, KeyDesk.KeysView keys) {
	}

}
