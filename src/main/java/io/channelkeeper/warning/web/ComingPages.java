package io.channelkeeper.warning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.web.Moments;
import io.channelkeeper.warning.ComingDay;
import io.channelkeeper.warning.ComingTexts;
import io.channelkeeper.warning.ComingWarnings;

/**
 * Lays out what will be sent, by the days and hours of the bound organization, by which
 * it is counted.
 */
@Component
class ComingPages {

	private final ComingWarnings coming;

	private final ComingTexts texts;

	private final OrganizationService organizations;

	private final Networks networks;

	private final MessageSource messages;

	private final Clock clock;

	ComingPages(ComingWarnings coming, ComingTexts texts, OrganizationService organizations, Networks networks,
			MessageSource messages, Clock clock) {
		this.coming = coming;
		this.texts = texts;
		this.organizations = organizations;
		this.networks = networks;
		this.messages = messages;
		this.clock = clock;
	}

	ComingView view(Locale language) {
		ZoneId zone = this.organizations.get(Tenancy.current()).zone();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		return new ComingView(this.texts.sum(this.coming.renewals(), language),
				this.coming.days().stream().map((day) -> day(day, language, zone)).toList(), today,
				today.minusMonths(1));
	}

	private ComingView.Day day(ComingDay day, Locale language, ZoneId zone) {
		Moments moments = new Moments(this.messages, this.clock, language);
		return new ComingView.Day(LocalDate.ofInstant(day.at(), zone), moments.day(day.at(), zone),
				moments.time(day.at(), zone), day.channels(), day.toMembers(), day.toCreators(),
				day.shown().stream().map((ending) -> channel(ending, moments, language, zone)).toList(),
				day.channels() - day.shown().size());
	}

	private ComingView.Channel channel(ComingDay.Ending ending, Moments moments, Locale language, ZoneId zone) {
		Network network = this.networks.get(ending.network());
		String end = text("moment", language, moments.day(ending.deadline(), zone),
				moments.time(ending.deadline(), zone));
		return new ComingView.Channel(ending.creatorId(), ending.creator(), network.id().value(), network.name(),
				network.show(ending.handle(), ending.displayName()), text("expiring", language, ending.days(), end),
				ending.byCreator());
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage("warning.ledger." + key, arguments, language);
	}

}
