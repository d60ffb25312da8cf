package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.change.SystemRecords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whether the records of a kind in a system can be read as a whole. */
@Component
public class Syncable {

    private static final List<String> KINDS = List.of("contact", "order", "ticket");

    private final ConnectorCalls connectors;
    private final SystemRecords records;
    private final Supplier<SyncPlan> plan;

    Syncable(ConnectorCalls connectors, SystemRecords records, Supplier<SyncPlan> plan) {
        this.connectors = connectors;
        this.records = records;
        this.plan = plan;
    }

    /** Why not, in words for people; nothing when it can be. */
    public Optional<String> reasonAgainst(String system, String kind) {
        if (!KINDS.contains(kind)) {
            return Optional.of("没有“" + kind + "”这一类记录,可用:contact、order、ticket");
        }
        if (connectors.systems().find(system).isEmpty()) {
            return Optional.of("没有配置叫“" + system + "”的系统");
        }
        if (!records.canList(system, kind)) {
            return Optional.of("系统 " + system + " 的连接器没有动作 " + kind + "-changes,读不了全部");
        }
        if (!connectors.mapsBack(system, kind)) {
            return Optional.of("没有把系统 " + system + " 的记录读成 " + kind + " 的映射");
        }
        if (kind.equals("contact") && plan.get().of(system, kind).isEmpty()) {
            return Optional.of("sync.yaml 里没有 {system: " + system + ", kind: contact},不知道哪些字段要同步");
        }
        return Optional.empty();
    }
}
