package io.channelkeeper.connection;

import java.util.List;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInWay;

/**
 * Everything that a sign-in brought, before anything is stored.
 *
 * @param way the way that was gone
 * @param grant what the person granted
 * @param channels what it reaches at the expected channel's network
 * @param others what it reaches at further networks
 * @param whenNone what to say when it reaches nothing at the expected channel's network
 */
record SignInHarvest(SignInWay way, Grant grant, List<ReachedChannel> channels, List<ReachedChannel> others,
		Diagnosis whenNone) {
}
