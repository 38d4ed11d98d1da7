package io.channelkeeper.mail;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SettingsCheck;

/**
 * What mail needs: a server and a sender; and how much may be sent.
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
		if (!isPerMinute(environment.getProperty("channelkeeper.mail.per-minute", "0"))) {
			complaints.add("Set channelkeeper.mail.per-minute to a number from 1 to 60000, or to 0 for no limit.");
		}
		return complaints;
	}

	private static boolean isPerMinute(String setting) {
		return setting.strip().matches("[0-9]{1,5}") && Integer.parseInt(setting.strip()) <= 60_000;
	}

}
