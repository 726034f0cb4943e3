package jp.madoguchi.workbench.campaign;

/**
 * One row of the campaign: one blow at one exchange of a visit.
 *
 * @param exchange with the blow's device, from 1, counted since the visit came so far that the device matters
 */
public record Strike(Blow blow, int exchange) {
    @Override
    public String toString() {
        return blow.device() + " " + exchange + " " + blow.words();
    }
}
