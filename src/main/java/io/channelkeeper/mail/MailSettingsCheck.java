package io.channelkeeper.mail;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SettingsCheck;

/**
 * What mail needs: a server and a sender.
 */
class MailSettingsCheck implements SettingsCheck {

	@Override
	public List<String> complaints(Environment environment) {
		List<String> complaints = new ArrayList<>();
		if (!StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
			complaints.add("Set spring.mail.host to the server that takes your mails.");
		}
		if (EmailAddress.parse(environment.getProperty("channelkeeper.mail.from", "")).isEmpty()) {
			complaints.add("Set channelkeeper.mail.from to the e-mail address that mails are sent from.");
		}
		return complaints;
	}

}
