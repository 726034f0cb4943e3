package jp.madoguchi.simulators.center;

/**
 * What the office knows of a resident's income and tax of one fiscal year, in yen. The year is that of the tax; the income is
 * of the year before.
 *
 * @param pay before the deduction for employees
 * @param income what remains of it
 */
record TaxYear(
        int year,
        int pay,
        int income,
        int socialInsurance,
        int dependants,
        int basic,
        int cityShare,
        int prefectureShare,
        int perCapita,
        int forest) {

    static TaxYear read(JsonObject json) throws Malformed {
        return new TaxYear(
                json.whole("year", 2000),
                json.whole("pay", 0),
                json.whole("income", 0),
                json.whole("socialInsurance", 0),
                json.whole("dependants", 0),
                json.whole("basic", 0),
                json.whole("cityShare", 0),
                json.whole("prefectureShare", 0),
                json.whole("perCapita", 0),
                json.whole("forest", 0));
    }

    int deductions() {
        return socialInsurance + dependants + basic;
    }

    int total() {
        return cityShare + prefectureShare + perCapita + forest;
    }

    @Override
    public String toString() {
        return "TaxYear[" + year + "]";
    }
}
