package io.channelkeeper.portfolio.web;

import java.util.List;

/**
 * One thing that happened with a creator.
 *
 * @param when how long ago
 * @param moment the full moment
 * @param what what happened
 * @param channels the channels it was about
 */
record HistoryLine(String when, String moment, String what, List<Progress> channels) {

	/**
	 * A channel and how far it has come.
	 *
	 * @param network the network's id
	 * @param networkName its name
	 * @param handle as people write it
	 * @param state in a word
	 */
	record Progress(String network, String networkName, String handle, String state) {

	}

}
