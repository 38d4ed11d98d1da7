package io.channelkeeper.portfolio.web;

import java.util.List;

/**
 * Ninety days of a channel, a small bar each (B-23).
 *
 * @param runs days one after the other of which the same is known
 * @param text the same in words
 */
record DeliveryStrip(List<Run> runs, String text) {

	/**
	 * Days in a row.
	 *
	 * @param sort data, gap or unknown: the bars' look
	 * @param path the bars, as the data of a path
	 * @param title which days and what happened
	 */
	record Run(String sort, String path, String title) {

	}

}
