package io.channelkeeper.warning.web;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.warning.WarningRule;
import io.channelkeeper.warning.WarningRules;
import io.channelkeeper.warning.web.WarningRulesForm.NetworkDays;

/**
 * Lays out the rules of the bound organization by network.
 */
@Component
class WarningRulesPages {

	private final WarningRules rules;

	private final Networks networks;

	WarningRulesPages(WarningRules rules, Networks networks) {
		this.rules = rules;
		this.networks = networks;
	}

	/**
	 * What holds now, and what was sent instead.
	 * @param sent parameters of a request, empty to show what holds
	 */
	WarningRulesForm form(Map<String, String> sent) {
		List<WarningRule> all = this.rules.all();
		List<NetworkDays> byNetwork = this.networks.all().stream().map((network) -> of(network, all)).toList();
		return WarningRulesForm.of(byNetwork, this.rules.hour(), this.rules.renewalMails(), sent);
	}

	private static NetworkDays of(Network network, List<WarningRule> all) {
		return new NetworkDays(network.id().value(), network.name(),
				all.stream()
					.filter((rule) -> rule.network().equals(network.id()))
					.map((rule) -> new DaysField(rule, null))
					.toList());
	}

}
